package com.accordenergie.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeLogin;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import com.accordenergie.gateway.support.Visitor;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.TestClock;
import com.accordenergie.platform.test.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Access tokens end after ten minutes; nobody notices. */
@GatewayTest
class RenewalTest {

  private static final String SESSION = "__Host-accord-web-session";
  private static final Duration SOON_OVER = Duration.ofMinutes(9).plusSeconds(30);
  private static final Duration OVER = Duration.ofMinutes(11);

  private static final int TABS = 64;

  @Autowired private Asking asking;
  @Autowired private FakeServices services;
  @Autowired private Tokens tokens;
  @Autowired private TestClock clock;

  private FakeLogin login;
  private FakeService users;
  private Visitor browser;

  @BeforeEach
  void logIn() {
    login = new FakeLogin(services.start("auth-service"), tokens);
    users = services.start("user-service");
    browser = new Visitor(asking.port());
    browser.logIn(login, Caller.dispatcher(UUID.randomUUID()), "/");
  }

  @AfterEach
  void stop() {
    services.stopAll();
    clock.reset();
  }

  @Test
  void aTokenThatIsGoodForAWhileIsUsedAsItIs() {
    clock.advance(Duration.ofMinutes(8));

    assertThat(browser.get("/api/v1/me").headers().allValues("Set-Cookie")).isEmpty();
    assertThat(login.renewals()).isZero();
  }

  @Test
  void oneThatIsSoonOverIsRenewedWithinTheRequest() {
    String before = browser.cookie(SESSION);
    String csrf = browser.cookie("XSRF-TOKEN");
    browser.get("/api/v1/me");
    clock.advance(SOON_OVER);

    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

    assertThat(login.renewals()).isOne();
    assertThat(browser.cookie(SESSION)).isNotEqualTo(before);
    assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(csrf);
    assertThat(users.received().stream().map(request -> request.header("Authorization")).distinct())
        .hasSize(2);
  }

  @Test
  void oneThatIsLongOverIsRenewedToo() {
    clock.advance(Duration.ofHours(3));

    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    assertThat(browser.post("/api/v1/clients", "{}").statusCode()).isEqualTo(200);
    assertThat(login.renewals()).isOne();
  }

  @Test
  void allTabsShareOneRenewal() throws Exception {
    login.givesANewRefreshTokenEachTime();
    clock.advance(OVER);
    String before = browser.cookie(SESSION);

    List<Integer> statuses = statusesInParallel();

    assertThat(statuses).hasSize(TABS).containsOnly(200);
    assertThat(login.renewals()).isOne();
    var late = new Visitor(asking.port());
    late.cookies().put(SESSION, before);
    assertThat(late.get("/api/v1/me").statusCode()).isEqualTo(200);
    assertThat(login.renewals()).isOne();
  }

  private List<Integer> statusesInParallel() throws InterruptedException {
    Callable<Integer> tab = () -> browser.copyAt(asking.port()).get("/api/v1/me").statusCode();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Stream.generate(() -> tab).limit(TABS).toList()).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  @Test
  void aLoginThatHasEndedIsOverAtTheNextRenewal() {
    login.endsAllLogins();
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    clock.advance(SOON_OVER);

    Problem.in(browser.get("/api/v1/me"), 401, "unauthenticated");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void whileNobodyRenewsTheOldTokenServesToItsEnd() {
    services.stopAll();
    services.start("user-service");
    clock.advance(SOON_OVER);

    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void thenTheSessionWaitsForAuthServiceToComeBack() {
    services.stopAll();
    users = services.start("user-service");
    clock.advance(OVER);

    HttpResponse<String> away = browser.get("/api/v1/me");

    Problem.in(away, 503, "temporarily-unavailable");
    assertThat(Problem.retryAfter(away)).isPositive();
    assertThat(users.received()).isEmpty();
    assertThat(browser.cookies()).containsKey(SESSION);

    login.isAlso(services.start("auth-service"));
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerThatIsNoneIsLikeNoAnswer() {
    for (String nonsense : List.of("", "<p>", "{}", "{\"error\":\"invalid_client\"}")) {
      services.stopAll();
      services.start("user-service");
      services
          .start("auth-service")
          .behaves(
              exchange ->
                  FakeService.answer(
                      exchange, nonsense.contains("error") ? 401 : 200, "application/json", nonsense));
      clock.reset();
      clock.advance(OVER);

      Problem.in(browser.get("/api/v1/me"), 503, "temporarily-unavailable");
      assertThat(browser.cookies()).containsKey(SESSION);
    }
  }
}
