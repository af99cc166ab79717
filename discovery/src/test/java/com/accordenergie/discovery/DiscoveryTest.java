package com.accordenergie.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class DiscoveryTest {

  @Autowired RestTestClient registry;

  @Test
  void aServiceIsFoundAsSoonAsItHasRegisteredAndGoneAsSoonAsItSaysSo() {
    register("somebody-service", "somebody-1");

    assertThat(bodyOf("/eureka/apps")).contains("SOMEBODY-SERVICE").contains("somebody-1");

    registry.delete().uri("/eureka/apps/SOMEBODY-SERVICE/somebody-1").exchange().expectStatus().isOk();

    assertThat(bodyOf("/eureka/apps")).doesNotContain("somebody-1");
  }

  @Test
  void aServiceThatWasKilledIsForgottenWhenItsLeaseIsOver() {
    register("killed-service", "killed-1");

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(bodyOf("/eureka/apps")).doesNotContain("killed-1"));
  }

  @Test
  void whoeverRegistersLastIsFoundThoughTheOneBeforeHadAClockThatRanAhead() {
    Instant now = Instant.now();
    register("moved-service", "moved-1", 18080, now.plus(2, ChronoUnit.HOURS));

    register("moved-service", "moved-1", 18081, now);

    assertThat(bodyOf("/eureka/apps/MOVED-SERVICE")).contains("18081").doesNotContain("18080");
  }

  @Test
  void saysThatItIsAliveAndReadyAndNothingElse() {
    assertThat(bodyOf("/actuator/health/liveness")).contains("UP").doesNotContain("diskSpace");
    assertThat(bodyOf("/actuator/health/readiness")).contains("UP");
    registry.get().uri("/actuator/env").exchange().expectStatus().isNotFound();
  }

  @Test
  void answersABrowserThatIsLostWithAProblemAndNoPage() {
    for (String path : new String[] {"/", "/nowhere", "/error", "/lastn", "/eureka/nowhere/at/all"}) {
      refused(HttpMethod.GET, path, "");
    }
  }

  @Test
  void answersNonsenseWithAProblemAndNoStackTrace() {
    refused(HttpMethod.POST, "/eureka/apps/SOMEBODY-SERVICE", "{\"instance\": 12");
    refused(HttpMethod.POST, "/eureka/apps/SOMEBODY-SERVICE", "<instance><");
    refused(HttpMethod.POST, "/eureka/apps/SOMEBODY-SERVICE", "{\"instance\":{\"app\":\"X\",\"status\":[]}}");
  }

  private void refused(HttpMethod method, String path, String body) {
    var request = registry.method(method).uri(path).accept(MediaType.TEXT_HTML);
    if (!body.isEmpty()) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    var answer = request.exchange().expectBody(String.class).returnResult();
    assertThat(answer.getStatus().isError()).as("%s %s", method, path).isTrue();
    assertThat(String.valueOf(answer.getResponseBody()))
        .as("%s %s", method, path)
        .doesNotContain("<html", "Exception", "at com.", "at org.", "Apache Tomcat");
  }

  private void register(String app, String instanceId) {
    register(app, instanceId, 18080, Instant.now());
  }

  private void register(String app, String instanceId, int port, Instant changedAt) {
    String instance =
        """
        {"instance": {"instanceId": "%1$s", "app": "%2$s", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
          "vipAddress": "%2$s", "status": "UP", "port": {"$": %3$d, "@enabled": "true"},
          "lastDirtyTimestamp": "%4$d", "leaseInfo": {"durationInSecs": 1},
          "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
        """
            .formatted(instanceId, app, port, changedAt.toEpochMilli());
    registry
        .post()
        .uri("/eureka/apps/" + app.toUpperCase())
        .contentType(MediaType.APPLICATION_JSON)
        .body(instance)
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  private String bodyOf(String path) {
    return registry
        .get()
        .uri(path)
        .accept(MediaType.APPLICATION_JSON)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }
}
