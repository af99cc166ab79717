package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A second instance, of whose existence nobody is told. */
class TwoInstancesIT {

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void shareTheLoadAndStandInForEachOther() {
    ServiceProcess first = suite.instanceOf("intervention-service");
    ServiceProcess second = suite.startAnother("intervention-service");
    var client = company.newClient(company.marc, "Gymnase Jean-Bouin");

    await("both get requests")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              long before = requestsOf(first);
              long beforeSecond = requestsOf(second);
              for (int i = 0; i < 10; i++) {
                company.marc.get("/api/v1/statuses").expect(200);
              }
              assertThat(requestsOf(first) - before).isGreaterThanOrEqualTo(4);
              assertThat(requestsOf(second) - beforeSecond).isGreaterThanOrEqualTo(4);
            });

    List<Work> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      works.add(Work.create(company.marc, client, "Partagée " + i));
    }
    works.forEach(work -> suite.events().awaitSequence(work.id(), 1));

    first.killNine();

    for (int i = 0; i < 40; i++) {
      company.marc.get("/api/v1/interventions?limit=5").expect(200);
      works.add(Work.createHoweverOften(company.marc, client, "Après la chute " + i));
    }
    assertThat(works).extracting(Work::id).doesNotHaveDuplicates();
    assertThat(company.marc.get("/api/v1/interventions?limit=100&clientId=" + client.id()).text())
        .as("whatever had to be repeated was done once")
        .satisfies(list -> assertThat(list.split("\"reference\"", -1)).hasSize(works.size() + 1));
    works.forEach(work -> suite.events().awaitSequence(work.id(), 1));
  }

  @Test
  void signWithTheSameKeys() {
    ServiceProcess second = suite.startAnother("auth-service");
    URI first = suite.instanceOf("auth-service").address();
    try {
      assertThat(keysOf(second.address())).isEqualTo(keysOf(first));
      // A login that begins on one instance and ends on the other.
      Colleague newcomer =
          company.hire(
              "inspectrice-" + UUID.randomUUID().toString().substring(0, 6),
              "Inès Faure", "DISPATCHER", null, List.of());
      for (int i = 0; i < 4; i++) {
        newcomer = new Colleague(suite.issuer(), newcomer.id(), newcomer.username(), Company.PASSWORD);
        newcomer.get("/api/v1/me").expect(200);
      }
    } finally {
      second.killNine();
    }
  }

  private static String keysOf(URI authService) {
    return Colleague.send(
            authService,
            "",
            "GET",
            "/oauth2/jwks",
            java.net.http.HttpRequest.BodyPublishers.noBody(),
            request -> request)
        .expect(200)
        .text();
  }

  /** As the instance itself counts. */
  private static long requestsOf(ServiceProcess instance) {
    Answer count =
        Colleague.send(
            instance.address(),
            "",
            "GET",
            "/actuator/metrics/http.server.requests?tag=uri:/api/v1/statuses",
            java.net.http.HttpRequest.BodyPublishers.noBody(),
            request -> request);
    return count.status() == 200 ? count.json().at("/measurements/0/value").asLong() : 0;
  }
}
