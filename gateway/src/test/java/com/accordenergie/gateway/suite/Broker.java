package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.accordenergie.platform.test.PrivateServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The power switch of the private RabbitMQ. Somebody else's broker is not ours to kill. */
final class Broker {

  private final Path state;

  private Broker(Path state) {
    this.state = state;
  }

  static Broker of(Suite suite) {
    String named = System.getenv("ACCORD_SERVERS_STATE");
    Path state = named == null ? PrivateServers.stateDirectory() : Path.of(named);
    assumeThat(isBrokerOf(state, suite))
        .as("the suite runs on the private RabbitMQ of " + state + ", the only one a test may kill")
        .isTrue();
    return new Broker(state);
  }

  private static boolean isBrokerOf(Path state, Suite suite) {
    try {
      return Files.readAllLines(state.resolve("servers.env"))
          .contains("ACCORD_RABBIT_PORT=" + suite.servers().value("ACCORD_RABBIT_PORT"));
    } catch (IOException none) {
      return false;
    }
  }

  void kill() {
    PrivateServers.servers("kill", "rabbitmq", "--state", state.toString());
  }

  void start() {
    PrivateServers.servers("start", "rabbitmq", "--state", state.toString());
  }
}
