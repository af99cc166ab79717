package com.accordenergie.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Services that are away, slow, or dying. */
@GatewayTest
@Timeout(30)
class UpstreamsTest {

  private static final String SERVICE = "user-service";
  private static final String PATH = "/api/v1/clients";

  @Autowired private Asking asking;
  @Autowired private FakeServices services;

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void twoInstancesShareTheLoad() {
    FakeService one = services.start(SERVICE);
    FakeService other = services.start(SERVICE);

    for (int i = 0; i < 10; i++) {
      asking.get(PATH);
    }

    assertThat(one.received()).hasSize(5);
    assertThat(other.received()).hasSize(5);
  }

  @Test
  void aPaperMayTakeItsTimeToBePrinted() {
    services.start("intervention-service").answersAfter(2_500);
    String intervention = "/api/v1/interventions/0199a9f4-5f6b-7c3e-8d1a-2b3c4d5e6f70";

    assertThat(asking.get(intervention + "/report.pdf").statusCode()).isEqualTo(200);
    Problem.in(asking.get(intervention + "/history"), 504, "upstream-timeout");
  }

  @Test
  void aFeedMayWaitForNews() {
    services.start("user-service").answersAfter(2_500);

    assertThat(asking.get("/api/v1/partner/events?wait=30").statusCode()).isEqualTo(200);
    Problem.in(asking.get("/api/v1/partner"), 504, "upstream-timeout");
  }

  @Test
  void aFileMayHaveToWaitForItsTurn() {
    services.start("comment-service").answersAfter(7_000);

    var response =
        asking.post(
            "/api/v1/interventions/0199a9f4-5f6b-7c3e-8d1a-2b3c4d5e6f70/attachments",
            "--x--",
            request -> request.header("Content-Type", "multipart/form-data; boundary=x"));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void aServiceThatIsNowhereIsUnavailable() {
    HttpResponse<String> response = asking.get(PATH);

    Problem.in(response, 503, "temporarily-unavailable");
    assertThat(Problem.retryAfter(response)).isPositive();
  }

  @Test
  void aServiceWhoseOnlyInstanceIsDeadIsUnavailable() {
    services.startAndKill(SERVICE);

    HttpResponse<String> response = asking.get(PATH);

    Problem.in(response, 503, "temporarily-unavailable");
    assertThat(Problem.retryAfter(response)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"})
  void deadInstancesAreRoutedAroundBecauseNothingWasSentToThem(String method) {
    for (int i = 0; i < 3; i++) {
      services.startAndKill(SERVICE);
    }
    FakeService alive = services.start(SERVICE);

    for (int i = 1; i <= 4; i++) {
      assertThat(send(method).statusCode()).isEqualTo(200);
      assertThat(alive.received()).hasSize(i);
    }
    assertThat(alive.received().getLast().body()).isEqualTo(method.equals("POST") ? "{}" : "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void aReadThatBreaksOffIsRepeatedOnceElsewhere(String method) {
    FakeService dying = services.start(SERVICE).breaksOff();
    FakeService alive = services.start(SERVICE);

    assertThat(send(method).statusCode()).isEqualTo(200);
    assertThat(send(method).statusCode()).isEqualTo(200);

    assertThat(dying.received()).hasSize(1);
    assertThat(alive.received()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
  void aWriteThatBreaksOffIsNeverRepeated(String method) {
    FakeService one = services.start(SERVICE).breaksOff();
    FakeService other = services.start(SERVICE).breaksOff();

    Problem.in(send(method), 503, "temporarily-unavailable");

    assertThat(one.received().size() + other.received().size()).isEqualTo(1);
  }

  @Test
  void aReadIsTriedTwiceAtMost() {
    FakeService one = services.start(SERVICE).breaksOff();
    FakeService other = services.start(SERVICE).breaksOff();
    FakeService third = services.start(SERVICE).breaksOff();

    Problem.in(asking.get(PATH), 503, "temporarily-unavailable");

    assertThat(one.received().size() + other.received().size() + third.received().size())
        .isEqualTo(2);
  }

  @Test
  void anAnswerIsNotAFailureWhateverItSays() {
    FakeService one =
        services
            .start(SERVICE)
            .behaves(
                exchange ->
                    FakeService.answer(exchange, 503, "application/problem+json", "{\"a\":1}"));
    FakeService other = services.start(SERVICE);

    List<Integer> statuses = List.of(asking.get(PATH).statusCode(), asking.get(PATH).statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(200, 503);
    assertThat(one.received()).hasSize(1);
    assertThat(other.received()).hasSize(1);
  }

  @Test
  void aReadThatHangsIsAnsweredElsewhere() {
    services.start(SERVICE).hangs();
    services.start(SERVICE);

    assertThat(asking.get(PATH).statusCode()).isEqualTo(200);
    assertThat(asking.get(PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void aReadThatHangsEverywhereIsGivenUp() {
    services.start(SERVICE).hangs();

    long start = System.nanoTime();
    HttpResponse<String> response = asking.get(PATH);

    Problem.in(response, 504, "upstream-timeout");
    assertThat(Problem.retryAfter(response)).isPositive();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1_900), Duration.ofMillis(3_900));
  }

  @Test
  void aWriteMayTakeLongerButIsGivenUpTooAndNeverRepeated() {
    FakeService one = services.start(SERVICE).answersAfter(2_300);
    assertThat(send("POST").statusCode()).isEqualTo(200);

    one.hangs();
    FakeService other = services.start(SERVICE).hangs();
    var problem = Problem.in(send("POST"), 504, "upstream-timeout");

    assertThat(problem.path("detail").asString()).contains("Idempotency-Key");
    assertThat(one.received().size() + other.received().size()).isEqualTo(2);
  }

  @Test
  void anAnswerThatStopsInTheMiddleIsAFailureAndNotHalfAnAnswer() {
    services
        .start(SERVICE)
        .behaves(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write("{\"half\":".getBytes());
              exchange.getResponseBody().flush();
            });

    Problem.in(asking.get(PATH), 503, "temporarily-unavailable");
  }

  @Test
  void aHundredSlowCallsRunSideBySide() throws Exception {
    services.start(SERVICE).answersAfter(1_000);
    asking.get("/docs");

    long start = System.nanoTime();
    List<Integer> statuses = atOnce(100);

    assertThat(statuses).hasSize(100).containsOnly(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void whatIsTooManyIsRefusedAtOnceAndLeavesTheOtherServicesAlone() throws Exception {
    FakeService slow = services.start(SERVICE).answersAfter(4_000);
    services.start("auth-service");

    List<Integer> statuses = atOnce(200);

    assertThat(statuses).containsOnly(200, 503).contains(200, 503);
    assertThat(asking.get("/oauth2/jwks").statusCode()).isEqualTo(200);
    slow.answersAfter(0);
    assertThat(asking.get(PATH).statusCode()).isEqualTo(200);
  }

  private List<Integer> atOnce(int number) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      calls.add(() -> send("POST").statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> call : executor.invokeAll(calls)) {
        statuses.add(call.get());
      }
    }
    return statuses;
  }

  private HttpResponse<String> send(String method) {
    var body = method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
    return asking.send(PATH, request -> request.method(method, body));
  }
}
