package com.accordenergie.platform.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The MySQL and the RabbitMQ that the tests run on, one pair for the whole build. In this order:
 * what the environment names, a Docker engine that answers, a private pair from packages.
 */
public final class Servers {

  private static final class Holder {
    private static final Servers RUNNING = find();
  }

  private final Map<String, String> environment;
  private final @Nullable BrokerSwitch brokerSwitch;

  Servers(Map<String, String> environment, @Nullable BrokerSwitch brokerSwitch) {
    this.environment = Map.copyOf(environment);
    this.brokerSwitch = brokerSwitch;
  }

  public static Servers running() {
    return Holder.RUNNING;
  }

  private static Servers find() {
    if (System.getenv("ACCORD_MYSQL_HOST") != null) {
      Map<String, String> named = new TreeMap<>();
      System.getenv()
          .forEach(
              (name, value) -> {
                if (name.matches("ACCORD_(MYSQL|RABBIT|DATABASE)_.*")) {
                  named.put(name, value);
                }
              });
      return announced(
          "the servers that the environment names",
          new Servers(named, PrivateServers.brokerSwitch(named)));
    }
    if (!"mariadb".equals(System.getenv("ACCORD_DATABASE")) && DockerServers.available()) {
      return announced("containers", DockerServers.start());
    }
    return announced("a private pair from packages", PrivateServers.start());
  }

  private static Servers announced(String what, Servers servers) {
    System.out.println("Tests run on " + what + ".");
    return servers;
  }

  /** Empty where the broker is somebody else's, whose power no test may cut. */
  public Optional<BrokerSwitch> brokerSwitch() {
    return Optional.ofNullable(brokerSwitch);
  }

  /** The {@code ACCORD_*} variables under which a service finds them. */
  public Map<String, String> environment() {
    return environment;
  }

  public boolean isMariaDb() {
    return "mariadb".equals(environment.get("ACCORD_DATABASE_KIND"));
  }

  public String jdbcUrl() {
    return "jdbc:mysql://"
        + environment.get("ACCORD_MYSQL_HOST")
        + ":"
        + environment.get("ACCORD_MYSQL_PORT")
        + "/";
  }

  public String value(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not known");
    }
    return value;
  }

  public void createVirtualHost(String name) {
    management("PUT", "/api/vhosts/" + name, "{}");
    management(
        "PUT",
        "/api/permissions/" + name + "/" + value("ACCORD_RABBIT_USER"),
        "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
  }

  /** Calls RabbitMQ's management API; the body of the answer. */
  public String management(String method, String path, String body) {
    String credentials = value("ACCORD_RABBIT_USER") + ":" + value("ACCORD_RABBIT_PASSWORD");
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://"
                        + value("ACCORD_RABBIT_HOST")
                        + ":"
                        + environment.getOrDefault("ACCORD_RABBIT_MANAGEMENT_PORT", "15672")
                        + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .timeout(Duration.ofSeconds(20))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException failed) {
      throw new IllegalStateException("RabbitMQ's management does not answer", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
