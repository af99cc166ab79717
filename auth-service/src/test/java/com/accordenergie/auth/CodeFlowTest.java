package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How somebody logs in to an application: the authorization code flow with PKCE. */
@ServiceTest
class CodeFlowTest {

  @Autowired Api api;
  @Autowired People people;

  private Browser browser;
  private Application mobile;

  @BeforeEach
  void openABrowser() {
    browser = new Browser(api.url());
    mobile = Application.mobile(api.url());
  }

  @Test
  void aDispatcherLogsInToTheMobileApp() throws Exception {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    String verifier = Application.verifier();

    HttpResponse<String> first = browser.get(mobile.authorizeUrl(verifier));
    assertThat(first.statusCode()).isEqualTo(302);
    HttpResponse<String> form = browser.follow(first);
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("Se connecter");

    HttpResponse<String> answer =
        browser.follow(
            browser.submit(
                form,
                "/login",
                Map.of("username", dispatcher.username(), "password", People.PASSWORD)));
    String callback = Browser.locationOf(answer);
    assertThat(callback).startsWith("http://127.0.0.1:53127/callback?");
    assertThat(Browser.parameter(callback, "state")).isEqualTo("state-of-the-app");

    HttpResponse<String> redeemed =
        mobile.redeem(Browser.parameter(callback, "code"), verifier);
    assertThat(redeemed.statusCode()).isEqualTo(200);
    JsonNode tokens = Application.body(redeemed);
    assertThat(tokens.get("token_type").asString()).isEqualTo("Bearer");
    assertThat(tokens.get("expires_in").asInt()).isBetween(1, 600);
    assertThat(tokens.get("refresh_token").asString()).hasSize(43);

    SignedJWT access = SignedJWT.parse(tokens.get("access_token").asString());
    assertThat(access.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(access.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(verifiedByPublishedKey(access)).isTrue();
    Map<String, Object> claims = access.getJWTClaimsSet().toJSONObject();
    assertThat(claims)
        .containsEntry("iss", Browser.ORIGIN)
        .containsEntry("sub", dispatcher.id().toString())
        .containsEntry("client_id", "accord-mobile")
        .containsEntry("roles", List.of("DISPATCHER"))
        .doesNotContainKey("accord_client");
    assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("accord-api");
    Instant issued = access.getJWTClaimsSet().getIssueTime().toInstant();
    Instant expires = access.getJWTClaimsSet().getExpirationTime().toInstant();
    assertThat(Duration.between(issued, expires)).isLessThanOrEqualTo(Duration.ofMinutes(10));

    SignedJWT identity = SignedJWT.parse(tokens.get("id_token").asString());
    assertThat(verifiedByPublishedKey(identity)).isTrue();
    assertThat(identity.getHeader().getType()).isNull();
    assertThat(identity.getJWTClaimsSet().toJSONObject())
        .containsEntry("sub", dispatcher.id().toString())
        .containsEntry("nonce", "nonce-of-the-app")
        .containsEntry("name", dispatcher.displayName())
        .containsEntry("preferred_username", dispatcher.username())
        .containsEntry("email", dispatcher.username() + "@exemple.fr")
        .containsKeys("sid", "auth_time")
        .doesNotContainKey("roles");
    assertThat(identity.getJWTClaimsSet().getAudience()).containsExactly("accord-mobile");
  }

  @Test
  void aClientsTokenNamesItsClientRecord() throws Exception {
    var client = people.arriveWithPassword(Role.CLIENT);

    JsonNode tokens = mobile.logIn(browser, client.username(), People.PASSWORD);

    SignedJWT access = SignedJWT.parse(tokens.get("access_token").asString());
    assertThat(access.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("CLIENT");
    assertThat(access.getJWTClaimsSet().getStringClaim("accord_client"))
        .isEqualTo(client.clientId().toString());
  }

  @Test
  void whoIsLoggedInAlreadyIsNotAskedAgain() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    mobile.logIn(browser, technician.username(), People.PASSWORD);

    HttpResponse<String> second = browser.get(mobile.authorizeUrl(Application.verifier()));

    assertThat(Browser.locationOf(second)).startsWith("http://127.0.0.1:53127/callback?code=");
  }

  @Test
  void theWebClientRedeemsWithItsSecretOnly() {
    var admin = people.arriveWithPassword(Role.ADMIN);
    Application web = Application.web(api.url());
    String verifier = Application.verifier();
    browser.logIn(admin.username(), People.PASSWORD);
    String code =
        Browser.parameter(Browser.locationOf(browser.get(web.authorizeUrl(verifier))), "code");

    HttpResponse<String> wrong = Application.web(api.url(), "not the secret").redeem(code, verifier);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(Application.body(wrong).get("error").asString()).isEqualTo("invalid_client");

    assertThat(web.redeem(code, verifier).statusCode()).isEqualTo(200);
  }

  @Test
  void theAppOnAPhoneComesBackThroughItsOwnScheme() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    Application phone = mobile.redirectingTo("com.accordenergie.interventions:/callback");

    assertThat(phone.logIn(browser, technician.username(), People.PASSWORD).has("access_token"))
        .isTrue();
  }

  @Test
  void theCodeIsUselessWithoutTheVerifier() {
    String verifier = Application.verifier();
    String code = codeFor(verifier);

    HttpResponse<String> stolen = mobile.redeem(code, Application.verifier());
    assertThat(stolen.statusCode()).isEqualTo(400);
    assertThat(Application.body(stolen).get("error").asString()).isEqualTo("invalid_grant");

    HttpResponse<String> without =
        mobile.token(
            Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", mobile.redirectUri()));
    assertThat(without.statusCode()).isIn(400, 401);
  }

  @Test
  void aCodeServesOnceAndItsReplayEndsWhatItLedTo() {
    String verifier = Application.verifier();
    String code = codeFor(verifier);
    HttpResponse<String> first = mobile.redeem(code, verifier);
    assertThat(first.body()).contains("refresh_token");
    JsonNode tokens = Application.body(first);

    HttpResponse<String> replay = mobile.redeem(code, verifier);
    assertThat(replay.statusCode()).isEqualTo(400);
    assertThat(Application.body(replay).get("error").asString()).isEqualTo("invalid_grant");

    HttpResponse<String> refresh = mobile.refresh(tokens.get("refresh_token").asString());
    assertThat(Application.body(refresh).get("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeBelongsToTheApplicationItWasMadeFor() {
    String verifier = Application.verifier();
    String code = codeFor(verifier);

    HttpResponse<String> foreign =
        Application.web(api.url()).redirectingTo(mobile.redirectUri()).redeem(code, verifier);

    assertThat(Application.body(foreign).get("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void withoutPkceNobodyIsEvenAskedToLogIn() {
    Map<String, String> request = mobile.request(Application.verifier());
    request.remove("code_challenge");
    request.remove("code_challenge_method");

    String answer = Browser.locationOf(browser.get(Application.authorizeUrl(request)));

    assertThat(answer).startsWith(mobile.redirectUri());
    assertThat(Browser.parameter(answer, "error")).isEqualTo("invalid_request");
    assertThat(Browser.parameter(answer, "state")).isEqualTo("state-of-the-app");
  }

  @Test
  void aPlainChallengeIsRefused() {
    Map<String, String> request = mobile.request(Application.verifier());
    request.put("code_challenge_method", "plain");

    String answer = Browser.locationOf(browser.get(Application.authorizeUrl(request)));

    assertThat(Browser.parameter(answer, "error")).isEqualTo("invalid_request");
  }

  @Test
  void whatIsNoChallengeIsRefused() {
    Map<String, String> request = mobile.request(Application.verifier());
    request.put("code_challenge", "x".repeat(2000));

    String answer = Browser.locationOf(browser.get(Application.authorizeUrl(request)));

    assertThat(Browser.parameter(answer, "error")).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/callback",
        "http://127.0.0.1:65535/callback",
        "http://127.0.0.1/callback",
        "com.accordenergie.interventions:/callback"
      })
  void theMobileAppListensOnAnyPort(String redirectUri) {
    HttpResponse<String> answer =
        browser.get(
            mobile.redirectingTo(redirectUri).authorizeUrl(Application.verifier()));

    assertThat(Browser.locationOf(answer)).isEqualTo("/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/callback",
        "https://127.0.0.1:5000/callback",
        "http://127.0.0.1:5000/other",
        "http://127.0.0.1:5000/callback?more",
        "http://127.0.0.1:5000/callback#more",
        "http://127.0.0.1@evil.example/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://localhost:5000/callback",
        "http://127.0.0.2:5000/callback",
        "com.accordenergie.interventions:/other",
        "com.accordenergie.interventions://evil.example/callback",
        "javascript:alert(1)"
      })
  void nobodyIsSentToAnAddressThatIsNotTheApplications(String redirectUri) {
    HttpResponse<String> answer =
        browser.get(mobile.redirectingTo(redirectUri).authorizeUrl(Application.verifier()));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("Demande de connexion refusée");
  }

  @Test
  void anUnknownApplicationIsRefused() {
    Map<String, String> request = mobile.request(Application.verifier());
    request.put("client_id", "<script>alert(1)</script>");

    HttpResponse<String> answer = browser.get(Application.authorizeUrl(request));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("<script>alert");
  }

  @Test
  void anUnknownScopeIsRefused() {
    Map<String, String> request = mobile.request(Application.verifier());
    request.put("scope", "openid everything");

    String answer = Browser.locationOf(browser.get(Application.authorizeUrl(request)));

    assertThat(Browser.parameter(answer, "error")).isEqualTo("invalid_scope");
  }

  @Test
  void askingQuietlyShowsNoForm() {
    Map<String, String> request = mobile.request(Application.verifier());
    request.put("prompt", "none");

    String answer = Browser.locationOf(browser.get(Application.authorizeUrl(request)));

    assertThat(Browser.parameter(answer, "error")).isEqualTo("login_required");
  }

  @Test
  void userinfoTellsWhoLoggedIn() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    JsonNode tokens = mobile.logIn(browser, dispatcher.username(), People.PASSWORD);

    HttpResponse<String> answer = mobile.get("/userinfo", tokens.get("access_token").asString());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode told = Application.body(answer);
    assertThat(told.get("sub").asString()).isEqualTo(dispatcher.id().toString());
    assertThat(told.get("name").asString()).isEqualTo(dispatcher.displayName());
    assertThat(mobile.get("/userinfo", "rubbish").statusCode()).isEqualTo(401);
  }

  private String codeFor(String verifier) {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    browser.logIn(technician.username(), People.PASSWORD);
    return Browser.parameter(
        Browser.locationOf(browser.get(mobile.authorizeUrl(verifier))), "code");
  }

  private boolean verifiedByPublishedKey(SignedJWT token) throws Exception {
    JWKSet published = JWKSet.parse(mobile.get("/oauth2/jwks").body());
    return token.verify(
        new RSASSAVerifier(
            published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
  }
}
