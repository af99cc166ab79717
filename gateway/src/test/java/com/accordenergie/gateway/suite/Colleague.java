package com.accordenergie.gateway.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account, who logs in when needed and speaks to the API. */
final class Colleague {

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(8);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final URI issuer;
  private final UUID id;
  private final String username;
  private final String password;
  private volatile String token = "";
  private volatile Instant loggedIn = Instant.MIN;

  Colleague(URI issuer, UUID id, String username, String password) {
    this.issuer = issuer;
    this.id = id;
    this.username = username;
    this.password = password;
  }

  UUID id() {
    return id;
  }

  String username() {
    return username;
  }

  synchronized String token() {
    if (loggedIn.plus(TOKEN_LIFE).isBefore(Instant.now())) {
      token = new Browser(issuer).logIn(username, password).required("access_token").asString();
      loggedIn = Instant.now();
    }
    return token;
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), request -> request);
  }

  Answer post(String path, Map<String, ?> body) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(JSON.writeValueAsString(body)),
        request -> request.header("Content-Type", "application/json"));
  }

  /** However often it is sent, it is done once. */
  Answer postOnce(String path, String key, Map<String, ?> body) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(JSON.writeValueAsString(body)),
        request ->
            request.header("Content-Type", "application/json").header("Idempotency-Key", key));
  }

  /** Writes with the version that it builds on. */
  Answer post(String path, String etag, Map<String, ?> body) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(JSON.writeValueAsString(body)),
        request -> request.header("Content-Type", "application/json").header("If-Match", etag));
  }

  Answer patch(String path, String etag, Map<String, ?> body) {
    return send(
        "PATCH",
        path,
        BodyPublishers.ofString(JSON.writeValueAsString(body)),
        request ->
            request
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", etag));
  }

  Answer send(
      String method, String path, BodyPublisher body, UnaryOperator<HttpRequest.Builder> with) {
    return send(issuer, token(), method, path, body, with);
  }

  /** Straight to an address, with any token. */
  static Answer send(
      URI address,
      String token,
      String method,
      String path,
      BodyPublisher body,
      UnaryOperator<HttpRequest.Builder> with) {
    var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(15));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return new Answer(
          method + " " + path,
          HTTP.send(
              with.apply(request).method(method, body).build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new IllegalStateException(method + " " + path, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
