package com.accordenergie.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application that logs people in: builds authorization requests and talks to the endpoints. */
final class Application {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = new JsonMapper();

  private final String service;
  private final String clientId;
  private final String secret;
  private final String redirectUri;

  private Application(String service, String clientId, String secret, String redirectUri) {
    this.service = service;
    this.clientId = clientId;
    this.secret = secret;
    this.redirectUri = redirectUri;
  }

  static Application mobile(String service) {
    return new Application(service, "accord-mobile", "", "http://127.0.0.1:53127/callback");
  }

  static Application web(String service) {
    return web(service, "another-secret-for-the-tests-only");
  }

  static Application web(String service, String secret) {
    return new Application(service, "accord-web", secret, Browser.ORIGIN + "/session/callback");
  }

  Application redirectingTo(String otherRedirectUri) {
    return new Application(service, clientId, secret, otherRedirectUri);
  }

  String redirectUri() {
    return redirectUri;
  }

  static String verifier() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  Map<String, String> request(String verifier) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", clientId);
    request.put("redirect_uri", redirectUri);
    request.put("scope", "openid profile email");
    request.put("state", "state-of-the-app");
    request.put("nonce", "nonce-of-the-app");
    request.put("code_challenge", challenge(verifier));
    request.put("code_challenge_method", "S256");
    return request;
  }

  String authorizeUrl(String verifier) {
    return authorizeUrl(request(verifier));
  }

  static String authorizeUrl(Map<String, String> request) {
    return "/oauth2/authorize?" + Browser.encoded(request);
  }

  /** From the first redirect to the tokens, with the login form in between. */
  JsonNode logIn(Browser browser, String username, String password) {
    String verifier = verifier();
    HttpResponse<String> form = browser.follow(browser.get(authorizeUrl(verifier)));
    HttpResponse<String> answer =
        browser.follow(
            browser.submit(form, "/login", Map.of("username", username, "password", password)));
    return body(redeem(Browser.parameter(Browser.locationOf(answer), "code"), verifier));
  }

  HttpResponse<String> redeem(String code, String verifier) {
    return token(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", redirectUri,
            "code_verifier", verifier));
  }

  HttpResponse<String> refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  HttpResponse<String> token(Map<String, String> parameters) {
    return post("/oauth2/token", parameters);
  }

  HttpResponse<String> revoke(String token) {
    return post("/oauth2/revoke", Map.of("token", token));
  }

  HttpResponse<String> post(String path, Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + path))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (secret.isEmpty()) {
      form.put("client_id", clientId);
    } else {
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(form))));
  }

  HttpResponse<String> get(String path, String accessToken) {
    return send(
        HttpRequest.newBuilder(URI.create(service + path))
            .timeout(Duration.ofSeconds(15))
            .header("Authorization", "Bearer " + accessToken)
            .GET());
  }

  HttpResponse<String> delete(String path, String accessToken) {
    return send(
        HttpRequest.newBuilder(URI.create(service + path))
            .timeout(Duration.ofSeconds(15))
            .header("Authorization", "Bearer " + accessToken)
            .DELETE());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(service + path)).GET());
  }

  static JsonNode body(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
