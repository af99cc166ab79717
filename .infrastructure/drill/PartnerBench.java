import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.impl.DefaultCredentialsRefreshService;
import com.rabbitmq.client.impl.DefaultCredentialsRefreshService.DefaultCredentialsRefreshServiceBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a change takes to a partner, while people write at a steady rate: a partner of its own, with a token of
 * its own, reads its stream. In the same run, at the same rate, the event that it read last is published to a quorum
 * queue and read from it, with nothing of ours in between. Run by ../../accord bench partner.
 *
 * <pre>
 * [--rate CHANGES-A-SECOND] [--seconds N]
 * </pre>
 */
final class PartnerBench {

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  private final Suite suite = new Suite();
  private final Staff staff = new Staff(suite.issuer, Suite.setting("DRILL_PASSWORD"));
  private final Times changes = new Times();
  private final Times raw = new Times();
  private final Map<String, Long> versions = new HashMap<>();
  private int inversions;
  private volatile byte[] last = {};
  private volatile boolean measuring;

  public static void main(String[] arguments) {
    double rate = 100;
    int seconds = 60;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--rate" -> rate = Double.parseDouble(arguments[i + 1]);
        case "--seconds" -> seconds = Integer.parseInt(arguments[i + 1]);
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    try {
      new PartnerBench().measure(rate, Duration.ofSeconds(seconds));
    } catch (Exception failed) {
      failed.printStackTrace();
      System.exit(1);
    }
    System.exit(0); // What renews the token would go on.
  }

  private void measure(double rate, Duration time) throws Exception {
    String run = Long.toString(System.currentTimeMillis() / 1_000, 36);
    try (var partner = new Partner(suite, staff, "Mesure " + run);
        Connection stream = read(partner);
        Connection own = ours();
        var acknowledged = new Journal(suite.home.resolve(Path.of("bench", "partner-acknowledged.tsv")))) {
      var load = new Load(suite, staff, acknowledged, run, rate);
      Thread besides = Thread.ofVirtual().start(() -> publish(own, rate));
      int before;
      Instant began;
      Instant ended;
      try (load) {
        load.start();
        Suite.pause(WARM_UP);
        before = load.writes();
        began = Instant.now();
        measuring = true;
        Suite.pause(time);
        ended = Instant.now();
        measuring = false;
        besides.interrupt();
        System.out.printf(
            "changes          %.0f a second acknowledged, %.0f asked for%n",
            (load.writes() - before) * 1e3 / Duration.between(began, ended).toMillis(), rate);
      }
      changes.report("to the partner, from the change, its commit still to come");
      raw.report("raw, publish to consume, a quorum queue");
      System.out.printf("out of order     %d%n", inversions);
    }
  }

  /** The time in an event is when the change was made: before its commit, on this machine's clock. */
  private void arrived(byte[] body) {
    Instant now = Instant.now();
    last = body;
    JsonNode event = JSON.readTree(body);
    Long before = versions.put(event.at("/data/id").asString(), event.path("sequence").asLong());
    if (before != null && before >= event.path("sequence").asLong()) {
      inversions++;
    }
    if (measuring) {
      changes.add(Instant.parse(event.path("time").asString()), now);
    }
  }

  // --- Nothing of ours in between -----------------------------------------------------------------------

  private static Connection ours() throws IOException, TimeoutException {
    var factory = new ConnectionFactory();
    factory.setHost(Suite.setting("ACCORD_RABBIT_HOST"));
    factory.setPort(Integer.parseInt(Suite.setting("ACCORD_RABBIT_PORT")));
    factory.setUsername(Suite.setting("ACCORD_RABBIT_USER"));
    factory.setPassword(Suite.setting("ACCORD_RABBIT_PASSWORD"));
    return factory.newConnection("bench");
  }

  private void publish(Connection connection, double rate) {
    String queue = "bench.raw." + UUID.randomUUID();
    try {
      Channel consuming = connection.createChannel();
      consuming.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
      consuming.basicQos(100);
      consuming.basicConsume(
          queue,
          false,
          (tag, message) -> {
            if (measuring) {
              raw.add(sent(message.getProperties()), Instant.now());
            }
            consuming.basicAck(message.getEnvelope().getDeliveryTag(), false);
          },
          tag -> {});
      Channel publishing = connection.createChannel();
      publishing.confirmSelect();
      long interval = (long) (1e9 / rate);
      long next = System.nanoTime();
      try {
        while (true) {
          Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
          next += interval;
          var properties =
              MessageProperties.PERSISTENT_BASIC.builder().messageId(Instant.now().toString()).build();
          publishing.basicPublish("", queue, properties, last);
        }
      } catch (InterruptedException ended) {
        consuming.queueDelete(queue);
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Instant sent(AMQP.BasicProperties properties) {
    return Instant.parse(properties.getMessageId());
  }

  /** With a token of its own, which is renewed as it ends. */
  private Connection read(Partner partner) throws IOException, TimeoutException {
    JsonNode stream = partner.awaitStream();
    var factory = new ConnectionFactory();
    factory.setHost(stream.path("host").asString());
    factory.setPort(stream.path("port").asInt());
    factory.setVirtualHost(stream.path("virtualHost").asString());
    factory.setCredentialsProvider(partner.tokens());
    factory.setCredentialsRefreshService(
        new DefaultCredentialsRefreshServiceBuilder()
            .refreshDelayStrategy(DefaultCredentialsRefreshService.ratioRefreshDelayStrategy(0.7))
            .build());
    factory.setAutomaticRecoveryEnabled(false);
    Connection connection = factory.newConnection("a partner");
    Channel channel = connection.createChannel();
    channel.basicQos(100);
    channel.basicConsume(
        stream.path("queue").asString(),
        false,
        Map.of("x-stream-offset", "next"),
        (tag, message) -> {
          arrived(message.getBody());
          channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
        },
        tag -> {});
    return connection;
  }

  /** Microseconds. */
  private static final class Times {

    private final List<Long> all = new ArrayList<>();

    synchronized void add(Instant from, Instant to) {
      all.add(ChronoUnit.MICROS.between(from, to));
    }

    synchronized void report(String what) {
      Collections.sort(all);
      System.out.printf(
          "%5d events     p50 %6.1f ms   p99 %6.1f ms   longest %6.1f ms   %s%n",
          all.size(), at(0.5), at(0.99), at(1), what);
    }

    private double at(double share) {
      return all.isEmpty() ? Double.NaN : all.get((int) Math.round((all.size() - 1) * share)) / 1e3;
    }
  }
}
