import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite that ./accord up started: its processes and the two servers it stands on, and how to hurt them. */
final class Suite {

  static final List<String> SERVICES =
      List.of("discovery", "auth-service", "user-service", "intervention-service", "comment-service", "gateway");
  static final List<String> WITH_EVENTS =
      List.of("auth-service", "user-service", "intervention-service", "comment-service");

  private static final Duration START = Duration.ofSeconds(300);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(1)).build();

  final Path root = Path.of(setting("DRILL_ROOT"));
  final Path home = Path.of(setting("DRILL_HOME"));
  final String issuer = setting("DRILL_ISSUER");
  final int mysqlPort = Integer.parseInt(setting("ACCORD_MYSQL_PORT"));
  final int rabbitPort = Integer.parseInt(setting("ACCORD_RABBIT_PORT"));

  /** While nobody can be blamed for a connection that is refused or cut. */
  private volatile boolean gatewayAway;

  static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(name + " is not set: start the drill with ./accord drill.");
    }
    return value;
  }

  boolean gatewayAway() {
    return gatewayAway;
  }

  // --- Services ---------------------------------------------------------------------------------------

  void killNine(String instance) {
    if (instance.equals("gateway")) {
      gatewayAway = true;
    }
    signal(instance, "KILL");
    awaitEnd(instance, Duration.ofSeconds(10));
  }

  /** Nobody is refused by a gateway that stands still; they wait, longer than they are ready to. */
  void freeze(String instance) {
    if (instance.equals("gateway")) {
      gatewayAway = true;
    }
    signal(instance, "STOP");
  }

  void thaw(String instance) {
    signal(instance, "CONT");
    if (instance.equals("gateway")) {
      gatewayAway = false;
    }
  }

  /** As an operator does it: the instance says good-bye first. */
  void stop(String instance) {
    if (instance.equals("gateway")) {
      gatewayAway = true;
    }
    signal(instance, "TERM");
    awaitEnd(instance, Duration.ofSeconds(60));
    try {
      Files.deleteIfExists(pidFile(instance));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void start(String instance) {
    start(instance, Map.of());
    awaitUp(instance);
  }

  /** Starts it as ./accord up does, without waiting. */
  void start(String instance, Map<String, String> environment) {
    run(environment, root.resolve("accord").toString(), "drill-start", instance);
  }

  /** All of them away at once, and back when this returns. */
  void startAnew(List<String> instances, Map<String, String> environment) {
    instances.forEach(this::stop);
    instances.forEach(instance -> start(instance, environment));
    instances.forEach(this::awaitUp);
  }

  void awaitUp(String instance) {
    await(instance + " is up", START, () -> isUp(instance));
    if (instance.equals("gateway")) {
      gatewayAway = false;
    }
  }

  /** Those that ended though nobody ended them, started again. */
  List<String> revive() {
    List<String> dead = SERVICES.stream().filter(service -> !Files.exists(pidFile(service)) || hasEnded(pid(service))).toList();
    server("start", "mysql");
    server("start", "rabbitmq");
    dead.forEach(this::start);
    return dead;
  }

  private boolean isUp(String instance) {
    int port =
        switch (instance) {
          case "gateway" -> URI.create(issuer).getPort();
          case "discovery" -> discoveryPort();
          default -> registeredPort(instance);
        };
    return port > 0 && status("http://127.0.0.1:" + port + "/actuator/health/readiness") == 200;
  }

  private static int discoveryPort() {
    return Integer.parseInt(setting("DRILL_DISCOVERY_PORT"));
  }

  /** 0 when it is not registered. The port of one that was killed is still there, but nobody answers. */
  private int registeredPort(String instance) {
    JsonNode registry;
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + discoveryPort() + "/eureka/apps"))
              .header("Accept", "application/json")
              .timeout(Duration.ofSeconds(3))
              .build();
      registry = JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    for (JsonNode application : registry.at("/applications/application")) {
      for (JsonNode registered : application.path("instance")) {
        if (registered.path("instanceId").asString("").equals(instance)
            && registered.path("status").asString("").equals("UP")) {
          return registered.at("/port/$").asInt(0);
        }
      }
    }
    return 0;
  }

  private int status(String address) {
    try {
      var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(3)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Path pidFile(String instance) {
    return home.resolve("run").resolve(instance + ".pid");
  }

  private long pid(String instance) {
    try {
      return Long.parseLong(Files.readString(pidFile(instance)).trim().split(" ")[0]);
    } catch (IOException missing) {
      throw new IllegalStateException(instance + " was not started by ./accord up here", missing);
    }
  }

  private void signal(String instance, String signal) {
    run(Map.of(), "kill", "-" + signal, String.valueOf(pid(instance)));
  }

  private void awaitEnd(String instance, Duration atMost) {
    long pid = pid(instance);
    await(instance + " has ended", atMost, () -> hasEnded(pid));
  }

  private static boolean hasEnded(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state == 'Z' || state == 'X';
    } catch (IOException gone) {
      return true;
    }
  }

  // --- The database and the broker --------------------------------------------------------------------

  /** It makes its own certificate when it is first started. */
  Instant databaseCertifiedSince() {
    try {
      return Files.getLastModifiedTime(home.resolve("servers/mysql/data/server-cert.pem")).toInstant();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** start, stop or kill; mysql or rabbitmq. */
  void server(String verb, String server) {
    servers(verb, server);
  }

  /** The broker's own tool, for what only it can do. */
  void brokerControl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("control"));
    command.addAll(List.of(arguments));
    servers(command.toArray(String[]::new));
  }

  private void servers(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(root.resolve(".infrastructure/servers").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--state", home.resolve("servers").toString()));
    run(Map.of(), command.toArray(String[]::new));
  }

  // --- Helpers ------------------------------------------------------------------------------------------

  private void run(Map<String, String> environment, String... command) {
    try {
      Path output = Files.createTempFile("drill", ".log");
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + "\n" + Files.readString(output));
      }
      Files.delete(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static void await(String what, Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within " + atMost.toSeconds() + " s: " + what);
      }
      pause(Duration.ofMillis(100));
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
