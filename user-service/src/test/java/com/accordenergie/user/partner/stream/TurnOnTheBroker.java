package com.accordenergie.user.partner.stream;

import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.Servers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The connection that holds the turn at writing, as the broker sees it. */
final class TurnOnTheBroker {

  private static final String TURN = "accord.partners.router";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Servers servers = Servers.running();
  private final String host;

  TurnOnTheBroker(Environment environment) {
    host = environment.getRequiredProperty("accord.streams.virtual-host");
  }

  /**
   * The broker ends the connection as it would end one whose heartbeats stay out. Another may be named
   * that only asked for the turn and has gone meanwhile.
   */
  void cut() {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> holders().stream().anyMatch(this::isEnded));
  }

  private boolean isEnded(String name) {
    try {
      servers.management(
          "DELETE",
          "/api/connections/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"),
          "");
      return true;
    } catch (IllegalStateException gone) {
      return false;
    }
  }

  /** Connections that have the exclusive queue. */
  private List<String> holders() {
    String answer = servers.management("GET", "/api/vhosts/" + host + "/connections", "");
    return new JsonMapper()
        .readTree(answer)
        .valueStream()
        .filter(
            connection ->
                connection.path("client_properties").path("connection_name").asString("").equals(TURN))
        .map(connection -> connection.required("name").asString())
        .toList();
  }
}
