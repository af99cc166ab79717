import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection of the drill's own, straight to the broker. */
final class Broker implements AutoCloseable {

  static final String EXCHANGE = "accord.events";
  private static final Duration CONFIRM = Duration.ofSeconds(30);

  private final Connection connection;
  private final Channel channel;

  Broker(Suite suite) {
    var factory = new ConnectionFactory();
    factory.setHost(Suite.setting("ACCORD_RABBIT_HOST"));
    factory.setPort(suite.rabbitPort);
    factory.setUsername(Suite.setting("ACCORD_RABBIT_USER"));
    factory.setPassword(Suite.setting("ACCORD_RABBIT_PASSWORD"));
    factory.setConnectionTimeout(5_000);
    factory.setAutomaticRecoveryEnabled(false);
    factory.setMaxInboundMessageBodySize(64 << 20);
    try {
      connection = factory.newConnection("drill");
      channel = connection.createChannel();
      channel.confirmSelect();
    } catch (IOException | TimeoutException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** What a partner's or an integrator's own queue would be: safe as the others, and for every event. */
  void declare(String queue, List<String> keys) {
    call(() -> channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum")));
    keys.forEach(key -> bind(queue, key));
  }

  void bind(String queue, String key) {
    call(() -> channel.queueBind(queue, EXCHANGE, key));
  }

  void unbind(String queue, String key) {
    call(() -> channel.queueUnbind(queue, EXCHANGE, key));
  }

  void delete(String queue) {
    call(() -> channel.queueDelete(queue));
  }

  /** Everything that is there, in its order. */
  List<byte[]> take(String queue) {
    List<byte[]> bodies = new ArrayList<>();
    long last = 0;
    for (GetResponse next = get(queue); next != null; next = get(queue)) {
      bodies.add(next.getBody());
      last = next.getEnvelope().getDeliveryTag();
    }
    if (last > 0) {
      long tag = last;
      call(
          () -> {
            channel.basicAck(tag, true);
            return null;
          });
    }
    return bodies;
  }

  private GetResponse get(String queue) {
    return call(() -> channel.basicGet(queue, false));
  }

  /** To one queue and nobody else, confirmed. */
  void deliver(String queue, List<byte[]> bodies) {
    call(
        () -> {
          for (byte[] body : bodies) {
            channel.basicPublish("", queue, true, MessageProperties.PERSISTENT_BASIC, body);
          }
          channel.waitForConfirmsOrDie(CONFIRM.toMillis());
          return null;
        });
  }

  /** By which routing keys the exchange leads to it. */
  List<String> keysOf(String queue) {
    String path = "/api/queues/%2F/" + URLEncoder.encode(queue, StandardCharsets.UTF_8) + "/bindings";
    String login = Suite.setting("ACCORD_RABBIT_USER") + ":" + Suite.setting("ACCORD_RABBIT_PASSWORD");
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://" + Suite.setting("ACCORD_RABBIT_HOST") + ":"
                        + Suite.setting("ACCORD_RABBIT_MANAGEMENT_PORT") + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .timeout(Duration.ofSeconds(10))
            .build();
    List<String> keys = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (JsonNode binding : new JsonMapper().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
        if (binding.path("source").asString("").equals(EXCHANGE)) {
          keys.add(binding.path("routing_key").asString());
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return keys;
  }

  private interface Call<T> {
    T run() throws IOException, TimeoutException, InterruptedException;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (TimeoutException late) {
      throw new IllegalStateException("the broker did not confirm in time", late);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    connection.abort(2_000);
  }
}
