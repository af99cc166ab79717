package com.accordenergie.gateway.support;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Tokens;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An auth-service that logs everybody in whom a test sends, and keeps to the protocol. */
public final class FakeLogin {

  private final Tokens tokens;
  private final Map<String, Question> questions = new ConcurrentHashMap<>();
  private final Map<String, Caller> logins = new ConcurrentHashMap<>();
  private final AtomicInteger renewals = new AtomicInteger();
  private volatile int lifetime = 600;
  private volatile boolean rotates;
  private volatile UnaryOperator<String> nonce = UnaryOperator.identity();

  private record Question(Caller caller, String nonce, String challenge, String redirectUri) {}

  public FakeLogin(FakeService service, Tokens tokens) {
    this.tokens = tokens;
    isAlso(service);
  }

  /** One more instance of the same. */
  public void isAlso(FakeService service) {
    service.behaves(this::answer);
  }

  /** Seconds, as the answers say; the tokens themselves live for ten minutes. */
  public void accessTokensLive(int seconds) {
    lifetime = seconds;
  }

  public void givesANewRefreshTokenEachTime() {
    rotates = true;
  }

  public void answersWithNonce(String another) {
    nonce = asked -> another;
  }

  public void endsAllLogins() {
    logins.clear();
  }

  public int renewals() {
    return renewals.get();
  }

  public List<String> refreshTokens() {
    return List.copyOf(logins.keySet());
  }

  /** Somebody types name and password at the address; the way back with the code. */
  public URI typedAt(URI address, Caller caller) {
    Map<String, String> asked = parameters(address.getRawQuery());
    String code = UUID.randomUUID().toString();
    questions.put(
        code,
        new Question(
            caller, asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri")));
    return URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        parameters(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    switch (exchange.getRequestURI().getPath()) {
      case "/oauth2/token" -> token(exchange, form);
      case "/oauth2/revoke" -> {
        logins.remove(form.get("token"));
        FakeService.answer(exchange, 200, "application/json", "");
      }
      case "/api/v1/me/sessions" -> {
        logins.clear();
        exchange.sendResponseHeaders(204, -1);
      }
      default -> FakeService.answer(exchange, 200, "application/json", "{}");
    }
  }

  private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
    if ("refresh_token".equals(form.get("grant_type"))) {
      renewals.incrementAndGet();
      String refreshToken = form.get("refresh_token");
      Caller caller = logins.get(refreshToken);
      if (caller != null && rotates) {
        refreshToken = begin(caller);
      }
      give(exchange, caller, refreshToken, "");
      return;
    }
    Question question = questions.remove(form.get("code"));
    boolean good =
        question != null
            && question.challenge().equals(challenge(form.get("code_verifier")))
            && question.redirectUri().equals(form.get("redirect_uri"));
    give(
        exchange,
        good ? question.caller() : null,
        good ? begin(question.caller()) : "",
        good ? question.nonce() : "");
  }

  private String begin(Caller caller) {
    String refreshToken = UUID.randomUUID().toString();
    logins.put(refreshToken, caller);
    return refreshToken;
  }

  private void give(HttpExchange exchange, Caller caller, String refreshToken, String asked)
      throws IOException {
    if (caller == null) {
      FakeService.answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
      return;
    }
    FakeService.answer(
        exchange,
        200,
        "application/json",
        """
        {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","id_token":"%s"}"""
            .formatted(
                tokens.of(caller),
                lifetime,
                refreshToken,
                tokens.idToken(caller, "accord-web", nonce.apply(asked))));
  }

  public static Map<String, String> parameters(String text) {
    return text == null || text.isEmpty()
        ? Map.of()
        : Arrays.stream(text.split("&"))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
