package com.accordenergie.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class CorrelationTest {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Autowired private Asking asking;
  @Autowired private FakeServices services;
  private FakeService users;

  @BeforeEach
  void start() {
    users = services.start("user-service");
  }

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void aRequestWithoutANumberGetsOne() {
    var response = asking.get("/api/v1/me");

    String id = response.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(users.onlyRequest().header("X-Request-Id")).isEqualTo(id);
    assertThat(users.onlyRequest().header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void aNumberAndATraceThatAreGoodAreKept() {
    var response =
        asking.get(
            "/api/v1/me",
            request ->
                request
                    .header("X-Request-Id", "mobile-42")
                    .header("traceparent", TRACE)
                    .header("tracestate", "vendor=1"));

    assertThat(response.headers().allValues("X-Request-Id")).containsExactly("mobile-42");
    assertThat(users.onlyRequest().header("X-Request-Id")).isEqualTo("mobile-42");
    assertThat(users.onlyRequest().header("traceparent")).isEqualTo(TRACE);
    assertThat(users.onlyRequest().header("tracestate")).isEqualTo("vendor=1");
  }

  @Test
  void aNumberAndATraceThatAreNotAreReplaced() {
    var response =
        asking.get(
            "/api/v1/me",
            request ->
                request
                    .header("X-Request-Id", "<script>alert(1)</script>")
                    .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                    .header("tracestate", "vendor=1"));

    assertThat(response.headers().firstValue("X-Request-Id").orElseThrow()).doesNotContain("<");
    assertThat(users.onlyRequest().header("traceparent"))
        .matches("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(users.onlyRequest().header("tracestate")).isNull();
  }

  @Test
  void aRefusalCarriesTheNumberToo() {
    assertThat(asking.get("/nowhere").headers().firstValue("X-Request-Id")).isPresent();
  }

  @Test
  void oneLineTellsOfTheRequestAndOfNobody(CapturedOutput output) {
    asking.get(
        "/api/v1/clients?q=Madame+Dupont", request -> request.header("X-Request-Id", "line-1"));

    // The line is written when the request is over, which is after its answer has arrived.
    await()
        .untilAsserted(
            () ->
                assertThat(output.getOut())
                    .containsPattern("access - GET /api/v1/clients 200 \\d+ms line-1"));
    assertThat(output.getOut()).doesNotContain("Dupont").doesNotContain("127.0.0.1 ");
  }
}
