package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.key.SigningKeys;
import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.FreshServers;
import com.accordenergie.platform.test.TestClock;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Two instances of the service, started at the same moment on an empty schema, with the demonstration
 * switched on. They are one to whoever talks to them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

  private final FreshNames names = new FreshNames();
  private ConfigurableApplicationContext first;
  private ConfigurableApplicationContext second;
  private List<String> firstKeys = List.of();
  private List<String> secondKeys = List.of();

  @BeforeAll
  void startBothAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var line = new StartingLine();
      List<Future<ConfigurableApplicationContext>> starting =
          List.of(threads.submit(() -> start(line)), threads.submit(() -> start(line)));
      first = starting.getFirst().get();
      second = starting.getLast().get();
    }
    firstKeys = keysOf(first);
    secondKeys = keysOf(second);
  }

  @AfterAll
  void stopBoth() {
    first.close();
    second.close();
  }

  @Test
  void theyMadeOneKeyAndPublishTheSame() {
    assertThat(firstKeys).hasSize(1).isEqualTo(secondKeys);
  }

  @Test
  void aRestartedOneSignsWithTheSameKeyAndTakesTheTokensOfBefore() throws Exception {
    var somebody = people(first).arriveWithPassword(Role.TECHNICIAN);
    List<String> keys = keysOf(second);
    SignedJWT before = tokenFrom(second, somebody);

    second.close();
    second = start(names::giveTo);

    assertThat(keysOf(second)).isNotEmpty().isEqualTo(keys);
    assertThat(Application.mobile(urlOf(second)).get("/userinfo", before.serialize()).statusCode())
        .isEqualTo(200);
    assertThat(tokenFrom(second, somebody).getHeader().getKeyID())
        .isEqualTo(before.getHeader().getKeyID());
  }

  private static SignedJWT tokenFrom(
      ConfigurableApplicationContext instance, People.Somebody somebody) throws ParseException {
    JsonNode tokens =
        Application.mobile(urlOf(instance))
            .logIn(new Browser(urlOf(instance)), somebody.username(), People.PASSWORD);
    return SignedJWT.parse(tokens.get("access_token").asString());
  }

  @Test
  void whoLogsInHereIsLoggedInThere() {
    var admin = new People.Somebody(UUID.randomUUID(), "admin", "L’admin", Role.ADMIN, null, true);
    people(first).tell("user.created", admin, 1);
    people(first).await(admin.id(), account -> account.hasPassword());

    Browser here = new Browser(urlOf(first));
    assertThat(Browser.locationOf(here.logIn("admin", "demo-accord-2026"))).isEqualTo("/login");
    Browser there = here.at(urlOf(second));
    assertThat(there.get("/login").body()).contains("Vous êtes connecté");

    Application mobileThere = Application.mobile(urlOf(second));
    String verifier = Application.verifier();
    String code =
        Browser.parameter(
            Browser.locationOf(there.get(mobileThere.authorizeUrl(verifier))), "code");
    JsonNode tokens =
        Application.body(Application.mobile(urlOf(first)).redeem(code, verifier));
    HttpResponse<String> userinfo =
        mobileThere.get("/userinfo", tokens.get("access_token").asString());
    assertThat(userinfo.statusCode()).isEqualTo(200);
    assertThat(mobileThere.refresh(tokens.get("refresh_token").asString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theDemonstrationsPeopleHaveTheirPasswordAndOthersHaveNone() {
    UUID id = DemoIds.of("person client07b", DemoIds.OPENING.plus(Duration.ofDays(7)));
    var client =
        new People.Somebody(id, "client07b", "Copropriété", Role.CLIENT, UUID.randomUUID(), true);
    var other =
        new People.Somebody(
            UUID.randomUUID(), "client08", "Homonyme", Role.CLIENT, UUID.randomUUID(), true);
    people(first).tell("user.created", other, 1);
    people(first).tell("user.created", client, 1);

    people(first).await(client.id(), account -> account.hasPassword());
    // Told on its own, the one may overtake the other.
    assertThat(people(first).await(other.id(), Account::isActive).hasPassword()).isFalse();
  }

  @Test
  void aNewKeyIsPublishedBeforeItSigns() {
    TestClock clock = first.getBean(TestClock.class);
    TestClock otherClock = second.getBean(TestClock.class);
    List<String> before = keysOf(first);
    try {
      advance(Duration.ofDays(91), clock, otherClock);
      first.getBean(SigningKeys.class).rotate();
      second.getBean(SigningKeys.class).rotate();
      advance(Duration.ofMinutes(1), clock, otherClock);

      List<String> during = keysOf(second);
      assertThat(during).hasSize(2).containsAll(before).isEqualTo(keysOf(first));
      assertThat(signingKeyOf(first)).isEqualTo(before.getFirst());

      advance(Duration.ofMinutes(10), clock, otherClock);
      assertThat(signingKeyOf(first)).isEqualTo(during.getFirst()).isEqualTo(signingKeyOf(second));
      assertThat(keysOf(second)).containsAll(before);

      advance(Duration.ofDays(1), clock, otherClock);
      first.getBean(SigningKeys.class).rotate();
      advance(Duration.ofMinutes(1), clock, otherClock);
      assertThat(keysOf(second)).containsExactly(during.getFirst());
    } finally {
      clock.reset();
      otherClock.reset();
    }
  }

  private static void advance(Duration time, TestClock... clocks) {
    for (TestClock clock : clocks) {
      clock.advance(time);
    }
  }

  private static String signingKeyOf(ConfigurableApplicationContext instance) {
    try {
      return instance
          .getBean(SigningKeys.class)
          .signing()
          .get(
              new JWKSelector(new JWKMatcher.Builder().build()),
              null)
          .getFirst()
          .getKeyID();
    } catch (KeySourceException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> keysOf(ConfigurableApplicationContext instance) {
    JsonNode keys =
        Application.body(Application.mobile(urlOf(instance)).get("/oauth2/jwks")).get("keys");
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.get("kid").asString()));
    return names;
  }

  private static People people(ConfigurableApplicationContext instance) {
    return instance.getBean(People.class);
  }

  private static String urlOf(ConfigurableApplicationContext instance) {
    return "http://localhost:"
        + ((ServletWebServerApplicationContext) instance).getWebServer().getPort();
  }

  private ConfigurableApplicationContext start(StartingLine line) {
    try {
      line.prepare();
      return start(names::giveTo, context -> line.go());
    } finally {
      line.leave();
    }
  }

  private static ConfigurableApplicationContext start(
      ApplicationContextInitializer<?>... initializers) {
    return new SpringApplicationBuilder(AuthServiceApplication.class)
        .initializers(initializers)
        .run(
            "--eureka.client.enabled=false",
            "--accord.demo=true",
            "--server.port=0",
            "--spring.main.banner-mode=off");
  }

  /**
   * Both take their place one after the other and go at once: the log, which each sets up before
   * anything else, belongs to the process that they share here.
   */
  private static final class StartingLine {

    private final ReentrantLock preparing = new ReentrantLock();
    private final CyclicBarrier both = new CyclicBarrier(2);

    void prepare() {
      preparing.lock();
    }

    void go() {
      leave();
      try {
        both.await(30, TimeUnit.SECONDS);
      } catch (Exception alone) {
        throw new IllegalStateException("the other instance does not start", alone);
      }
    }

    void leave() {
      if (preparing.isHeldByCurrentThread()) {
        preparing.unlock();
      }
    }
  }

  /** The same fresh schema and virtual host for both. */
  private static final class FreshNames {

    private final Map<String, Object> names = new LinkedHashMap<>();

    private synchronized void giveTo(ConfigurableApplicationContext context) {
      if (names.isEmpty()) {
        new FreshServers().initialize(context);
        var given =
            (MapPropertySource)
                context.getEnvironment().getPropertySources().get("fresh servers");
        names.putAll(given.getSource());
      } else {
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("fresh servers", names));
      }
    }
  }
}
