package com.accordenergie.gateway.launcher;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.launcher.Launcher.Said;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ./accord says to a newcomer on whose machine something is not as it should be. Each time: what it
 * is and what to do, before anything is built or started. What it does where all is well, .ci/run sees.
 */
class LauncherTest {

  @TempDir Path folder;
  private Launcher accord;

  @BeforeEach
  void freshCheckout() {
    accord = new Launcher(folder).whoseBuildSays("[ERROR] nothing is built here");
  }

  @Test
  void withoutTheJdkItSaysWhichAndWhereToGetIt() {
    Said said = accord.thatAsksForJdk(99).call("up");

    refused(said, "No JDK 99 found", "JAVA_HOME", "https://", "./accord doctor");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var neighbour = new ServerSocket(0)) {
      int port = neighbour.getLocalPort();

      refused(
          accord.with("ACCORD_GATEWAY_PORT", port).call("up"),
          "Port " + port,
          "taken by another program",
          "ACCORD_GATEWAY_PORT=" + (port + 10) + " ./accord up");
      refused(
          accord.with("ACCORD_GATEWAY_PORT", free()).with("ACCORD_DISCOVERY_PORT", port).call("up"),
          "Port " + port,
          "ACCORD_DISCOVERY_PORT=" + (port + 10) + " ./accord up");
    }
  }

  @Test
  void twoAtATimeAreOneTooMany() {
    Said said = onFreePorts().whileAnotherIsAtWork().call("up");

    refused(said, "Another ./accord is at work", "nothing was changed");
  }

  @Test
  void withoutAWayToADatabaseAndABrokerItNamesThree() {
    Said said = onFreePorts().onAMachineWith("curl").call("up");

    refused(said, "MySQL and RabbitMQ are needed", "start Docker", "apt-get", "ACCORD_MYSQL_HOST");
  }

  @Test
  void halfAPairIsNoPair() {
    Said said = onFreePorts().with("ACCORD_MYSQL_HOST", "127.0.0.1").call("up");

    refused(said, "ACCORD_MYSQL_HOST and ACCORD_RABBIT_HOST belong together");
  }

  @Test
  void dataOnGivenServersAreNotLeftForAnEmptyDatabase() {
    Said said = onFreePorts().whoseDataAreOnGivenServers().call("up");

    refused(
        said, "on servers that were given by the environment", "ACCORD_MYSQL_HOST", "ACCORD_BACKING=private");
  }

  @Test
  void aBuildThatFailsIsShownByItsErrors() {
    Said said = onFreePorts().call("up");

    refused(said, "The build failed", "[ERROR] nothing is built here", "logs/build.log");
  }

  @Test
  void onlyServicesThatCanShareTheirLoadAreScaled() {
    refused(onFreePorts().call("up", "--scale", "gateway=2"), "--scale takes SERVICE=N");
  }

  @Test
  void theDoctorFindsNothingWrongHere() {
    Said said = onFreePorts().call("doctor");

    assertThat(said.text()).contains("✓ JDK 25", "✓ curl").doesNotContain("✗");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void theDoctorNamesWhatIsMissingAndHowToGetIt() throws IOException {
    try (var neighbour = new ServerSocket(0)) {
      Said said =
          accord
              .thatAsksForJdk(99)
              .onAMachineWith()
              .with("ACCORD_GATEWAY_PORT", neighbour.getLocalPort())
              .with("ACCORD_DISCOVERY_PORT", free())
              .call("doctor");

      assertThat(said.text())
          .contains("✗ no JDK 99: https://", "✗ no curl: apt-get install curl", "· no Node with npm")
          .contains("✗ no way to MySQL and RabbitMQ: start Docker, or set ACCORD_MYSQL_*")
          .contains("✗ " + neighbour.getLocalPort() + " is taken");
      assertThat(said.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void scriptsReadWhatRunsAndWhoMayLogIn() {
    int gateway = free();

    Said said = onFreePorts().with("ACCORD_GATEWAY_PORT", gateway).call("status", "--json");

    assertThat(said.exitCode()).isZero();
    JsonNode status = JsonMapper.shared().readTree(said.text());
    assertThat(status.at("/gateway").stringValue()).isEqualTo("http://localhost:" + gateway);
    assertThat(status.at("/services").values())
        .hasSize(6)
        .allSatisfy(service -> assertThat(service.at("/state").stringValue()).isEqualTo("stopped"));
    Map<String, Long> accounts =
        status.at("/accounts").values().stream()
            .peek(account -> assertThat(account.at("/username").stringValue()).isNotBlank())
            .peek(account -> assertThat(account.at("/password").stringValue()).isNotBlank())
            .collect(groupingBy(account -> account.at("/role").stringValue(), counting()));
    assertThat(accounts)
        .containsOnly(
            Map.entry("ADMIN", 1L),
            Map.entry("DISPATCHER", 2L),
            Map.entry("TECHNICIAN", 2L),
            Map.entry("CLIENT", 2L));
  }

  @Test
  void logsAreShownByServiceOrAllTogether() {
    accord.withALog("gateway", "a word of the gateway\n").withALog("discovery", "a word of discovery\n");

    assertThat(accord.call("logs", "gateway").text())
        .contains("a word of the gateway")
        .doesNotContain("a word of discovery");
    assertThat(accord.call("logs").text()).contains("a word of the gateway", "a word of discovery");
    refused(accord.call("logs", "gatewya"), "There is no log of gatewya. There are: discovery gateway");
  }

  @Test
  void whereNothingRunsNothingIsStopped() {
    Said said = accord.call("down");

    assertThat(said).isEqualTo(new Said(0, "Nothing runs.\n"));
  }

  @Test
  void aWordItDoesNotKnowIsAnsweredWithThoseItKnows() {
    for (List<String> words : List.of(List.of("uup"), List.of("up", "--fast"), List.of("status", "--xml"))) {
      Said said = accord.call(words.toArray(String[]::new));

      assertThat(said.exitCode()).as("%s", words).isEqualTo(2);
      assertThat(said.text()).as("%s", words).contains("./accord up", "status [--json]");
    }
  }

  private void refused(Said said, String... words) {
    assertThat(said.text()).contains(words);
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(accord.hasStartedSomething()).as("something was started").isFalse();
  }

  private Launcher onFreePorts() {
    return accord.with("ACCORD_GATEWAY_PORT", free()).with("ACCORD_DISCOVERY_PORT", free());
  }

  private static int free() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
