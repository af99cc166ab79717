package com.accordenergie.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What reaches a service, and what comes back from it. */
@GatewayTest
class ForwardingTest {

  @Autowired private Asking asking;
  @Autowired private FakeServices services;

  private FakeService auth;
  private FakeService users;

  @BeforeEach
  void start() {
    auth = services.start("auth-service");
    users = services.start("user-service");
  }

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void theQueryArrivesByteForByte() {
    asking.get("/api/v1/clients?q=caf%C3%A9+noir&q=a%2Bb&empty=&limit=10&cursor=a%2Fb==");

    assertThat(users.onlyRequest().target())
        .isEqualTo("/api/v1/clients?q=caf%C3%A9+noir&q=a%2Bb&empty=&limit=10&cursor=a%2Fb==");
  }

  @Test
  void aFormArrivesByteForByte() {
    String form = "username=standardiste1&password=%C3%A9t%C3%A9+%26+a%3Db&username=twice&empty=";

    asking.post(
        "/login?username=inTheQuery",
        form,
        request -> request.header("Content-Type", "application/x-www-form-urlencoded"));

    assertThat(auth.onlyRequest().body()).isEqualTo(form);
    assertThat(auth.onlyRequest().header("Content-Length")).isEqualTo("" + form.length());
  }

  @Test
  void aBodyOfUnknownLengthArrives() {
    asking.send(
        "/api/v1/clients",
        request ->
            request.POST(
                BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream("{\"a\":1}".getBytes()))));

    assertThat(users.onlyRequest().body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void versionsAndKeysPassUntouchedBothWays() {
    users.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"4\"");
          exchange.getResponseHeaders().set("Location", "/api/v1/clients/7");
          FakeService.answer(exchange, 201, "application/json", "{\"id\":7}");
        });

    HttpResponse<String> response =
        asking.post(
            "/api/v1/clients",
            "{}",
            request ->
                request
                    .header("If-Match", "\"3\"")
                    .header("Idempotency-Key", "a-key")
                    .header("Content-Type", "application/merge-patch+json"));

    assertThat(users.onlyRequest().header("If-Match")).isEqualTo("\"3\"");
    assertThat(users.onlyRequest().header("Idempotency-Key")).isEqualTo("a-key");
    assertThat(users.onlyRequest().header("Content-Type"))
        .isEqualTo("application/merge-patch+json");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("ETag")).hasValue("\"4\"");
    assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/clients/7");
    assertThat(response.body()).isEqualTo("{\"id\":7}");
  }

  @Test
  void aLocationNeverNamesAnInstance() {
    users.behaves(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", "http://127.0.0.1:" + users.port() + "/api/v1/clients/7?a=b");
          FakeService.answer(exchange, 201, "application/json", "{}");
        });

    assertThat(asking.post("/api/v1/clients", "{}").headers().firstValue("Location"))
        .hasValue("https://interventions.example/api/v1/clients/7?a=b");
  }

  @Test
  void aRedirectIsPassedOnAndNotFollowed() {
    auth.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9999/callback?code=1");
          exchange.sendResponseHeaders(302, -1);
        });

    HttpResponse<String> response = asking.get("/oauth2/authorize?client_id=accord-mobile");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location"))
        .hasValue("http://127.0.0.1:9999/callback?code=1");
  }

  @Test
  void anUnchangedResourceStaysUnchanged() {
    users.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"4\"");
          exchange.sendResponseHeaders(304, -1);
        });

    HttpResponse<String> response =
        asking.get("/api/v1/clients/7", request -> request.header("If-None-Match", "\"4\""));

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.headers().firstValue("ETag")).hasValue("\"4\"");
    assertThat(users.onlyRequest().header("If-None-Match")).isEqualTo("\"4\"");
  }

  @Test
  void aLargeAnswerArrivesWhole() {
    String large = "é".repeat(500_000);
    users.answers("text/plain;charset=UTF-8", large);

    assertThat(asking.get("/api/v1/clients").body()).isEqualTo(large);
  }

  @Test
  void theSessionIsForTheLoginOnly() {
    auth.behaves(
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "session=1; HttpOnly");
          exchange.getResponseHeaders().add("Set-Cookie", "remember=2");
          FakeService.answer(exchange, 200, "text/html", "<p>");
        });
    users.behaves(
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "stray=1");
          FakeService.answer(exchange, 200, "application/json", "{}");
        });

    var login = asking.get("/login", request -> request.header("Cookie", "session=1"));
    var api = asking.get("/api/v1/clients", request -> request.header("Cookie", "session=1"));

    assertThat(auth.onlyRequest().header("Cookie")).isEqualTo("session=1");
    assertThat(login.headers().allValues("Set-Cookie"))
        .containsExactly("session=1; HttpOnly", "remember=2");
    assertThat(users.onlyRequest().header("Cookie")).isNull();
    assertThat(api.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void noCallerGetsAnothersCookies() {
    auth.behaves(
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/");
          FakeService.answer(exchange, 200, "text/html", "<p>");
        });

    asking.get("/login");
    asking.get("/login");

    assertThat(auth.received()).hasSize(2);
    assertThat(auth.received().getLast().header("Cookie")).isNull();
  }

  @Test
  void theTokenIsPassedOn() {
    String token = asking.token();

    asking.get("/api/v1/clients", request -> request.setHeader("Authorization", token));

    assertThat(users.onlyRequest().header("Authorization")).isEqualTo(token);
  }

  @Test
  void whatAStrangerSaysAboutTheWayIsDropped() {
    asking.get(
        "/oauth2/jwks",
        request ->
            request
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Port", "1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-Ssl", "on")
                .header("X_Forwarded_Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .header("X-Original-URL", "/actuator")
                .header("X-Rewrite-URL", "/actuator")
                .header("X-HTTP-Method-Override", "DELETE"));

    var received = auth.onlyRequest();
    assertThat(received.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(received.header("X-Forwarded-Host")).isEqualTo("interventions.example");
    assertThat(received.header("X-Forwarded-Proto")).isEqualTo("https");
    assertThat(received.header("X-Forwarded-Port")).isEqualTo("443");
    assertThat(received.headers().keySet())
        .doesNotContain("X-forwarded-prefix", "X-forwarded-ssl", "X_forwarded_host", "Forwarded")
        .doesNotContain("X-original-url", "X-rewrite-url", "X-http-method-override");
    assertThat(received.headers().toString()).doesNotContain("evil");
  }

  @Test
  void aTrustedProxyIsBelievedAboutTheAddressAndNothingElse() {
    asking.throughProxy(
        "/oauth2/jwks",
        request ->
            request
                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                .header("X-Forwarded-Host", "evil.example"));

    assertThat(auth.onlyRequest().header("X-Forwarded-For")).isEqualTo("203.0.113.7");
    assertThat(auth.onlyRequest().header("X-Forwarded-Host")).isEqualTo("interventions.example");
  }

  @Test
  void aHeaderNamedForThisConnectionGoesNoFurther() {
    asking.raw(
        "GET /oauth2/jwks HTTP/1.1",
        "Connection: X-Secret, Keep-Alive",
        "X-Secret: 1",
        "Keep-Alive: timeout=5",
        "TE: trailers",
        "Upgrade: h2c",
        "Proxy-Authorization: Basic eDp5");

    assertThat(auth.onlyRequest().headers().keySet())
        .doesNotContain("X-secret", "Keep-alive", "Te", "Upgrade", "Proxy-authorization");
  }

  @Test
  void aRequestCannotBeHiddenInAnother() {
    String smuggling =
        asking.raw(
            "POST /oauth2/token HTTP/1.1",
            "Content-Length: 4",
            "Transfer-Encoding: chunked",
            "",
            "0",
            "",
            "GET /oauth2/introspect HTTP/1.1",
            "Host: localhost");

    assertThat(smuggling).startsWith("HTTP/1.1 ");
    assertThat(auth.received()).allSatisfy(
        received -> assertThat(received.target()).isEqualTo("/oauth2/token"));
  }

  @Test
  void nothingTellsAboutTheMachine() {
    users.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("Server", "Apache/1.3");
          exchange.getResponseHeaders().set("X-Powered-By", "PHP");
          FakeService.answer(exchange, 200, "application/json", "{}");
        });

    assertThat(asking.get("/api/v1/clients").headers().map())
        .doesNotContainKeys("server", "x-powered-by", "via");
  }

  @Test
  void aHeadIsAnsweredWithoutABody() {
    var response =
        asking.send("/api/v1/clients", request -> request.method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(users.onlyRequest().method()).isEqualTo("HEAD");
  }
}
