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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a demo account, who logs in as people do and speaks to the API through the gateway. */
final class Person {

  private static final String CALLBACK = "http://127.0.0.1:8765/callback";
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(4);
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();

  final String username;
  final UUID id;
  private final String issuer;
  private final String password;
  private String token;
  private Instant loggedIn;
  private Instant lastTry;

  /** Nobody here believes it any more: it ended on somebody else's clock, or has not begun there. */
  private volatile boolean refused;

  Person(String issuer, String username, String password) {
    this.issuer = issuer;
    this.username = username;
    this.password = password;
    logIn();
    id = UUID.fromString(get("/api/v1/me").expect(200).json().path("id").asString());
  }

  /** Renewed long before it ends, so that a login that fails during a fault can be tried again. */
  private synchronized String token() {
    Instant now = Instant.now();
    boolean due = refused || now.isAfter(loggedIn.plus(RENEWED_AFTER));
    if (due && now.isAfter(lastTry.plusSeconds(5))) {
      lastTry = now;
      try {
        logIn();
      } catch (IllegalStateException notNow) {
        if (now.isAfter(loggedIn.plus(TOKEN_LIFE))) {
          throw notNow;
        }
      }
    }
    return token;
  }

  /** As a person at work without the login being judged: what happens at a login is not a write. */
  private void logIn() {
    var cookies = new CookieManager();
    try (HttpClient browser =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(2))
            .build()) {
      String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
      var authorize = new LinkedHashMap<String, String>();
      authorize.put("response_type", "code");
      authorize.put("client_id", "accord-mobile");
      authorize.put("scope", "openid profile");
      authorize.put("redirect_uri", CALLBACK);
      authorize.put("state", "drill");
      authorize.put("code_challenge", challenge(verifier));
      authorize.put("code_challenge_method", "S256");
      var page = follow(browser, page(browser, "/oauth2/authorize?" + form(authorize)));
      var csrf = CSRF.matcher(page.body());
      if (!csrf.find()) {
        throw new IllegalStateException("no login page: " + page.statusCode());
      }
      var fields = Map.of("username", username, "password", password, "_csrf", csrf.group(1));
      String location = location(post(browser, "/login", fields));
      if (!location.startsWith(CALLBACK)) {
        location = location(page(browser, location));
      }
      String code = location.replaceAll(".*[?&]code=([^&]*).*", "$1");
      var exchange = new LinkedHashMap<String, String>();
      exchange.put("grant_type", "authorization_code");
      exchange.put("client_id", "accord-mobile");
      exchange.put("redirect_uri", CALLBACK);
      exchange.put("code_verifier", verifier);
      exchange.put("code", URLDecoder.decode(code, StandardCharsets.UTF_8));
      var answer = post(browser, "/oauth2/token", exchange);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("no token for " + username + ": " + answer.body());
      }
      token = JSON.readTree(answer.body()).path("access_token").asString();
      loggedIn = Instant.now();
      lastTry = loggedIn;
      refused = false;
    }
  }

  private HttpResponse<String> follow(HttpClient browser, HttpResponse<String> first) {
    HttpResponse<String> last = first;
    for (int hop = 0; last.statusCode() / 100 == 3 && hop < 5; hop++) {
      last = page(browser, location(last));
    }
    return last;
  }

  private static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new IllegalStateException("the login leads nowhere: " + response.statusCode()));
  }

  private HttpResponse<String> page(HttpClient browser, String target) {
    return exchange(browser, builder(target).GET());
  }

  private HttpResponse<String> post(HttpClient browser, String target, Map<String, String> fields) {
    return exchange(
        browser,
        builder(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  private HttpRequest.Builder builder(String target) {
    return HttpRequest.newBuilder(URI.create(issuer).resolve(target))
        .header("Accept", "text/html,application/json;q=0.9")
        .timeout(Duration.ofSeconds(15));
  }

  private static HttpResponse<String> exchange(HttpClient browser, HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // --- The API ------------------------------------------------------------------------------------------

  /** With patience: for what prepares and judges a drill, not for what is judged. */
  Answer get(String path) {
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = send("GET", path, null, request -> request);
        if (answer.status() < 500 && answer.status() != 401 || attempt == 5) {
          return answer;
        }
      } catch (IOException failed) {
        if (attempt == 5) {
          throw new IllegalStateException(failed);
        }
      }
      Suite.pause(Duration.ofMillis(500));
    }
  }

  Answer post(String path, Map<String, ?> body) {
    try {
      return send("POST", path, body, request -> request);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  Answer send(String method, String path, Map<String, ?> body, UnaryOperator<HttpRequest.Builder> headers)
      throws IOException {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    var request =
        HttpRequest.newBuilder(URI.create(issuer + path))
            .header("Authorization", "Bearer " + token())
            .timeout(Duration.ofSeconds(20));
    if (body != null) {
      request.header(
          "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
    }
    try {
      Answer answer =
          Answer.of(
              method + " " + path,
              HTTP.send(headers.apply(request).method(method, publisher).build(), HttpResponse.BodyHandlers.ofString()));
      if (answer.status() == 401) {
        refused = true;
      }
      return answer;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
