package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser on the way through the login form, and the mobile app that waits for its code. */
final class Browser {

  private static final String CALLBACK = "http://127.0.0.1:8765/callback";
  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final URI issuer;
  private final HttpClient http;

  Browser(URI issuer) {
    this(
        issuer,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(2))
            .build());
  }

  /** Of somebody whose cookies are kept elsewhere. */
  Browser(URI issuer, HttpClient http) {
    this.issuer = issuer;
    this.http = http;
  }

  /** Authorization code with PKCE, through the form. */
  JsonNode logIn(String username, String password) {
    String verifier = random();
    String state = random();
    var page =
        follow(
            get(
                "/oauth2/authorize?"
                    + form(
                        Map.of(
                            "response_type", "code",
                            "client_id", "accord-mobile",
                            "scope", "openid profile",
                            "redirect_uri", CALLBACK,
                            "state", state,
                            "code_challenge", challenge(verifier),
                            "code_challenge_method", "S256"))));
    URI callback = followToCallback(fillIn(page, username, password));
    var answer = parameters(callback);
    assertThat(answer.get("state")).isEqualTo(state);
    assertThat(answer.get("code")).as("an authorization code: " + callback).isNotNull();
    var token =
        post(
            "/oauth2/token",
            Map.of(
                "grant_type", "authorization_code",
                "client_id", "accord-mobile",
                "redirect_uri", CALLBACK,
                "code_verifier", verifier,
                "code", answer.get("code")));
    assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
    return new JsonMapper().readTree(token.body());
  }

  /** By a link that leads to the form, and wherever it leads afterwards. */
  URI logInAt(String link, String username, String password) {
    return follow(fillIn(follow(get(link)), username, password)).uri();
  }

  URI open(URI link) {
    return follow(get(link.toString())).uri();
  }

  private HttpResponse<String> fillIn(
      HttpResponse<String> page, String username, String password) {
    assertThat(page.body()).as("the login page").contains("<html lang=\"fr\"", "Mot de passe");
    var fields = hiddenFields(page.body());
    fields.put("username", username);
    fields.put("password", password);
    return post("/login", fields);
  }

  /** Follows an invitation's link and chooses a password. */
  void choosePassword(URI link, String password) {
    var page = follow(get(link.getPath() + "?" + link.getRawQuery()));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    var fields = hiddenFields(page.body());
    fields.put("password", password);
    fields.put("repeated", password);
    assertThat(follow(post("/activate", fields)).body()).contains("Connexion");
  }

  private HttpResponse<String> follow(HttpResponse<String> response) {
    HttpResponse<String> last = response;
    for (int hops = 0; last.statusCode() / 100 == 3 && hops < 5; hops++) {
      last = get(location(last));
    }
    return last;
  }

  private URI followToCallback(HttpResponse<String> response) {
    HttpResponse<String> last = response;
    for (int hops = 0; last.statusCode() / 100 == 3 && hops < 5; hops++) {
      URI location = issuer.resolve(location(last));
      if (location.toString().startsWith(CALLBACK)) {
        return location;
      }
      last = get(location.toString());
    }
    throw new AssertionError("no way back to the app: " + last.statusCode() + "\n" + last.body());
  }

  private String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> get(String target) {
    return send(HttpRequest.newBuilder(issuer.resolve(target)).header("Accept", PAGE).GET());
  }

  private HttpResponse<String> post(String target, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(issuer.resolve(target))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", PAGE)
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Map<String, String> hiddenFields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = HIDDEN.matcher(page);
    while (inputs.find()) {
      Matcher name = NAME.matcher(inputs.group());
      Matcher value = VALUE.matcher(inputs.group());
      if (name.find() && value.find()) {
        fields.put(name.group(1), value.group(1));
      }
    }
    return fields;
  }

  private static Map<String, String> parameters(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
