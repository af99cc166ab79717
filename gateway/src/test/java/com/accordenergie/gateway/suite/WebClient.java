package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's browser with our page in it: it holds cookies, and never a token. */
final class WebClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient STRANGER =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final URI issuer;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  WebClient(URI issuer) {
    this.issuer = issuer;
  }

  /** Through the login page, to where the page wanted to be. */
  URI logIn(Colleague colleague, String wanted) {
    return new Browser(issuer, http)
        .logInAt("/session/login?return=" + wanted, colleague.username(), Company.PASSWORD);
  }

  /** Follows a link as far as it leads. */
  URI open(URI address) {
    return new Browser(issuer, http).open(address);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "");
  }

  Answer post(String path, Map<String, ?> body) {
    return send(
        "POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), cookie("XSRF-TOKEN"));
  }

  Answer postWithoutToken(String path, Map<String, ?> body) {
    return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "");
  }

  private Answer send(String method, String path, BodyPublisher body, String csrfToken) {
    var request =
        HttpRequest.newBuilder(issuer.resolve(path))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .method(method, body);
    if (!csrfToken.isEmpty()) {
      request.header("X-XSRF-TOKEN", csrfToken);
    }
    return answer(http, method + " " + path, request.build());
  }

  /** All cookies of this browser, as somebody would copy them. */
  String copied() {
    return cookies.getCookieStore().get(issuer).stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  String cookie(String name) {
    return cookies.getCookieStore().get(issuer).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** A request to any instance with copied cookies. */
  static Answer getWith(String cookies, URI instance, String path) {
    var request =
        HttpRequest.newBuilder(instance.resolve(path)).timeout(Duration.ofSeconds(15));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    return answer(STRANGER, "GET " + path, request.build());
  }

  private static Answer answer(HttpClient http, String asked, HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.headers().map().toString() + response.body())
          .as("no token in an answer")
          .doesNotContain("access_token", "refresh_token");
      return new Answer(asked, response);
    } catch (IOException failed) {
      throw new IllegalStateException(asked, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
