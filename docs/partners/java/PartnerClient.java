import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.impl.CredentialsProvider;
import com.rabbitmq.client.impl.DefaultCredentialsRefreshService;
import com.rabbitmq.client.impl.DefaultCredentialsRefreshService.DefaultCredentialsRefreshServiceBuilder;
import com.rabbitmq.client.impl.OAuth2ClientCredentialsGrantCredentialsProvider.OAuth2ClientCredentialsGrantCredentialsProviderBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Prints every event of your stream, one a line, from where it left off. Needs ACCORD_CLIENT_ID and
 * ACCORD_CLIENT_SECRET; ACCORD_URL is where AccordÉnergie answers, ACCORD_PLACE the file that remembers
 * the last event.
 */
public class PartnerClient {

  private static final int PREFETCH = 100;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final String url = setting("ACCORD_URL", "http://localhost:8080");
  private final Path place = Path.of(setting("ACCORD_PLACE", "accord-place.json"));

  /** A token lives for less than a minute: the connection is given the next one before it ends. */
  private final DefaultCredentialsRefreshService renewal =
      new DefaultCredentialsRefreshServiceBuilder()
          .refreshDelayStrategy(DefaultCredentialsRefreshService.ratioRefreshDelayStrategy(0.7))
          .build();

  private Duration pause = FIRST_PAUSE;

  public static void main(String[] arguments) throws InterruptedException {
    var client = new PartnerClient();
    while (true) {
      try {
        client.readUntilItEnds();
      } catch (Exception failed) {
        System.err.printf("%s; next try within %s%n", failed, client.pause);
      }
      client.pause();
    }
  }

  // --- One connection, for as long as it lasts ---

  private void readUntilItEnds() throws Exception {
    CredentialsProvider tokens =
        new OAuth2ClientCredentialsGrantCredentialsProviderBuilder()
            .tokenEndpointUri(url + "/oauth2/token")
            .clientId(setting("ACCORD_CLIENT_ID", null))
            .clientSecret(setting("ACCORD_CLIENT_SECRET", null))
            .build();
    JsonNode stream = streamFor(tokens.getPassword());
    var factory = new ConnectionFactory();
    factory.setHost(stream.required("host").asText());
    factory.setPort(stream.required("port").asInt());
    factory.setVirtualHost(stream.required("virtualHost").asText());
    factory.setCredentialsProvider(tokens);
    factory.setCredentialsRefreshService(renewal);
    factory.setRequestedHeartbeat(10);
    factory.setAutomaticRecoveryEnabled(false); // we begin again from the file
    BlockingQueue<Exception> ends = new LinkedBlockingQueue<>();
    try (Connection connection = factory.newConnection()) {
      connection.addShutdownListener(ends::add);
      consume(connection.createChannel(), stream.required("queue").asText(), ends);
      pause = FIRST_PAUSE;
      throw ends.take();
    }
  }

  private JsonNode streamFor(String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/partner"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("/api/v1/partner answered " + answer.statusCode());
    }
    JsonNode stream = JSON.readTree(answer.body()).required("stream");
    if (stream.isNull()) {
      throw new IOException("there is no stream yet");
    }
    return stream;
  }

  private void consume(Channel channel, String queue, BlockingQueue<Exception> ends)
      throws IOException {
    Object from = nextIn(queue);
    channel.addShutdownListener(ends::add);
    channel.basicQos(PREFETCH);
    channel.basicConsume(
        queue,
        false,
        Map.of("x-stream-offset", from),
        (consumer, delivery) -> handle(channel, queue, delivery, ends),
        consumer -> ends.add(new IOException("the stream was replaced")));
    System.err.printf("reading %s from %s%n", queue, from);
  }

  private void handle(
      Channel channel, String queue, Delivery delivery, BlockingQueue<Exception> ends) {
    try {
      long offset = (Long) delivery.getProperties().getHeaders().get("x-stream-offset");
      JsonNode event = JSON.readTree(delivery.getBody());
      System.out.printf(
          "%d %s %s %s %s%n",
          offset,
          event.required("type").asText(),
          event.required("subject").asText(),
          event.required("sequence").asText(),
          event.required("id").asText());
      keep(queue, offset);
      channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
    } catch (Exception failed) {
      ends.add(failed);
    }
  }

  // --- The place: which event of which queue was handled last ---

  /** Another queue is a new generation: it holds what you may read now, the past included. */
  private Object nextIn(String queue) throws IOException {
    if (!Files.exists(place)) {
      return "first";
    }
    JsonNode kept = JSON.readTree(place.toFile());
    return kept.required("queue").asText().equals(queue)
        ? kept.required("offset").asLong() + 1
        : "first";
  }

  private void keep(String queue, long offset) throws IOException {
    Path next = Path.of(place + ".new");
    JSON.writeValue(next.toFile(), Map.of("queue", queue, "offset", offset));
    Files.move(next, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  // --- For ever ---

  private void pause() throws InterruptedException {
    long longest = pause.toMillis();
    Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv().getOrDefault(name, otherwise);
    if (value == null) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
