package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.PartnerCompanies.Company;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a partner is let in, with a secret; what it is let in for; and how it is kept out again. */
@ServiceTest
class PartnerCredentialsTest {

  private static final String CREDENTIALS = "/api/v1/partners/{id}/credentials";
  private static final Map<String, Object> A_SECRET = Map.of("kind", "SECRET");
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Api api;
  @Autowired People people;
  @Autowired PartnerCompanies companies;
  @Autowired UserServiceDouble userService;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired CapturedEvents events;

  private RestTestClient admin;
  private Company company;

  @BeforeEach
  void anAdminAndAPartner() {
    admin = as(Role.ADMIN);
    company = companies.arrive();
  }

  @AfterEach
  void putEverythingRight() {
    clock.reset();
    userService.isBroken(false);
  }

  @Test
  void aSecretIsShownOnceAndNeverAgain() {
    JsonNode issued = issue(company);

    String secret = issued.required("clientSecret").asString();
    assertThat(secret).hasSize(43);
    assertThat(issued.required("clientId").asString()).isEqualTo(issued.required("id").asString());
    assertThat(issued.required("tokenEndpoint").asString())
        .isEqualTo(Browser.ORIGIN + "/oauth2/token");
    assertThat(list(company).toString()).contains(id(issued)).doesNotContain(secret);
    assertThat(read(company, issued).toString()).doesNotContain(secret);
    var row =
        jdbc.sql("select * from partner_credential where id = ?")
            .param(Ids.bytes(UUID.fromString(id(issued))))
            .query()
            .singleRow();
    assertThat(row.toString()).doesNotContain(secret);
  }

  @Test
  void theAnswerIsNotCachedAndSaysWhereTheCredentialIs() {
    var answer = post(admin, CREDENTIALS, A_SECRET, company.id()).returnResult(byte[].class);

    assertThat(answer.getStatus().value()).isEqualTo(201);
    assertThat(answer.getResponseHeaders().getCacheControl()).contains("no-store");
    assertThat(answer.getResponseHeaders().getLocation()).asString()
        .isEqualTo(
            "/api/v1/partners/" + company.id() + "/credentials/"
                + id(JSON.readTree(answer.getResponseBodyContent())));
  }

  @Test
  void aTokenSaysWhoItIsForAndWhatMayBeRead() throws Exception {
    JsonNode issued = issue(company);

    SignedJWT token = token(issued);

    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(company.id().toString());
    assertThat(claims.getStringClaim("client_id")).isEqualTo(id(issued));
    assertThat(claims.getStringListClaim("roles")).containsExactly("PARTNER");
    assertThat(claims.getAudience()).containsExactly("accord-api", "accord-rabbit");
    assertThat(claims.getStringClaim("scope"))
        .matches(
            "accord-rabbit\\.read:test_[0-9a-f]+-partners/accord\\.partner\\."
                + company.id()
                + "\\.\\*");
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(50));
  }

  @Test
  void theSecretMayBeShownInTheBodyToo() {
    JsonNode issued = issue(company);

    var answer = program(issued).showInBody(secret(issued));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Application.body(answer).get("expires_in").asInt()).isBetween(49, 50);
    assertThat(Application.body(answer).has("refresh_token")).isFalse();
  }

  @Test
  void aWrongSecretAndAWrongIdAreAnsweredAlike() {
    JsonNode issued = issue(company);

    var wrong = program(issued).showInHeader("wrong" + secret(issued));
    var nobody = new PartnerProgram(api.url(), Ids.next().toString()).showInHeader(secret(issued));
    var noId = new PartnerProgram(api.url(), "not-an-id").showInHeader(secret(issued));

    for (HttpResponse<String> refused : List.of(wrong, nobody, noId)) {
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo(wrong.body());
    }
    assertThat(Application.body(wrong).get("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void aPartnerIsNobodyWhoHasLoggedIn() {
    String token = token(issue(company)).serialize();

    assertThat(Application.mobile(api.url()).get("/userinfo", token).statusCode()).isIn(401, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_code", "refresh_token", "password"})
  void aPartnerHasOneGrantOnly(String grant) {
    JsonNode issued = issue(company);

    var answer =
        program(issued).ask(secret(issued), Map.of("grant_type", grant));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void noScopeCanBeAskedFor() {
    JsonNode issued = issue(company);
    String all = "accord-rabbit.configure:*/*";

    var answer =
        program(issued)
            .ask(secret(issued), Map.of("grant_type", "client_credentials", "scope", all));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Application.body(answer).get("error").asString()).isEqualTo("invalid_scope");
  }

  @Test
  void whoIsSuspendedGetsNoTokenUntilResumed() {
    JsonNode issued = issue(company);

    companies.tell("partner.suspended", company.in("SUSPENDED"), 2);
    refused(issued);
    companies.publish("partner.updated", company, 1);
    companies.arrive();
    refused(issued);
    companies.tell("partner.resumed", company, 3);

    assertThat(program(issued).showInHeader(secret(issued)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsRetiredGetsNoTokenAndNoCredential() {
    JsonNode issued = issue(company);

    companies.tell("partner.retired", company.in("RETIRED"), 2);

    refused(issued);
    conflict(post(admin, CREDENTIALS, A_SECRET, company.id()), "partner-retired");
    conflict(
        post(admin, CREDENTIALS + "/{credential}/rotation", Map.of(), company.id(), id(issued)),
        "partner-retired");
    assertThat(list(company).required("items")).hasSize(1);
  }

  @Test
  void whatIsRevokedOpensNothingAtOnce() {
    JsonNode issued = issue(company);
    JsonNode other = issue(company);

    revoke(issued).expectStatus().isNoContent();
    revoke(issued).expectStatus().isNoContent();

    refused(issued);
    assertThat(read(company, issued).required("state").asString()).isEqualTo("ENDED");
    assertThat(program(other).showInHeader(secret(other)).statusCode()).isEqualTo(200);
    conflict(
        post(admin, CREDENTIALS + "/{credential}/rotation", Map.of(), company.id(), id(issued)),
        "credential-ended");
  }

  @Test
  void theJournalIsToldWhoDidWhatAndNoSecret() {
    JsonNode old = issue(company);
    JsonNode next = rotate(old, Map.of("overlap", "PT1H"));
    revoke(next).expectStatus().isNoContent();
    revoke(next).expectStatus().isNoContent();

    List<CapturedEvent> ofOld = events.awaitSequence(UUID.fromString(id(old)), 1);
    List<CapturedEvent> ofNext = events.awaitSequence(UUID.fromString(id(next)), 2);

    assertThat(ofOld).extracting(CapturedEvent::routingKey).containsExactly("partner.credential-issued");
    assertThat(ofNext)
        .extracting(CapturedEvent::routingKey)
        .containsExactly("partner.credential-issued", "partner.credential-revoked");
    assertThat(ofNext).allSatisfy(event -> assertThat(event.subject()).isEqualTo(company.id()));
    assertThat(ofNext.getFirst().data().required("replaces").required("id").asString())
        .isEqualTo(id(old));
    assertThat(ofNext.getFirst().data().required("changedBy").required("role").asString())
        .isEqualTo("ADMIN");
    assertThat(ofNext.toString() + ofOld).doesNotContain(secret(old), secret(next));
  }

  @Test
  void oldAndNewServeSideBySideForADay() {
    JsonNode old = issue(company);

    JsonNode next = rotate(old, Map.of());

    for (JsonNode serving : List.of(old, next)) {
      assertThat(program(serving).showInHeader(secret(serving)).statusCode()).isEqualTo(200);
    }
    assertThat(read(company, old).required("state").asString()).isEqualTo("ENDING");
    clock.advance(Duration.ofHours(24).plusSeconds(1));
    refused(old);
    assertThat(read(company, old).required("state").asString()).isEqualTo("ENDED");
    assertThat(program(next).showInHeader(secret(next)).statusCode()).isEqualTo(200);
  }

  @Test
  void anOverlapIsAsLongAsIsAskedFor() {
    JsonNode first = issue(company);
    JsonNode second = rotate(first, Map.of("overlap", "PT0S"));
    refused(first);

    rotate(second, Map.of("overlap", "P7D"));
    clock.advance(Duration.ofDays(7).minusMinutes(1));
    assertThat(program(second).showInHeader(secret(second)).statusCode()).isEqualTo(200);

    rotate(second, Map.of("overlap", "P7D"));
    clock.advance(Duration.ofMinutes(2));
    refused(second);
  }

  @ParameterizedTest
  @CsvSource({"P8D, 422", "PT168H1S, 422", "-PT1H, 422", "tomorrow, 400"})
  void anImpossibleOverlapIsRefused(String overlap, int status) {
    JsonNode issued = issue(company);

    post(
            admin,
            CREDENTIALS + "/{credential}/rotation",
            Map.of("overlap", overlap),
            company.id(),
            id(issued))
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("#/overlap");
    assertThat(read(company, issued).required("state").asString()).isEqualTo("ACTIVE");
  }

  @Test
  void fiveAreEnough() {
    JsonNode first = issue(company);
    for (int i = 2; i <= 5; i++) {
      issue(company);
    }

    conflict(post(admin, CREDENTIALS, A_SECRET, company.id()), "too-many-credentials");
    conflict(
        post(admin, CREDENTIALS + "/{credential}/rotation", Map.of(), company.id(), id(first)),
        "too-many-credentials");
    assertThat(read(company, first).required("state").asString()).isEqualTo("ACTIVE");
    rotate(first, Map.of("overlap", "PT0S"));
    assertThat(list(company).required("items")).hasSize(6);
  }

  @Test
  void theListIsReadPageByPage() {
    List<String> made = List.of(id(issue(company)), id(issue(company)), id(issue(company)));

    JsonNode first = list(company, "?limit=2");
    JsonNode second = list(company, "?limit=2&cursor=" + first.required("nextCursor").asString());

    assertThat(first.required("items").valueStream().map(PartnerCredentialsTest::id))
        .containsExactly(made.get(2), made.get(1));
    assertThat(second.required("items").valueStream().map(PartnerCredentialsTest::id))
        .containsExactly(made.get(0));
    assertThat(second.required("nextCursor").isNull()).isTrue();
  }

  @Test
  void theListTellsWhenACredentialWasLastUsed() {
    JsonNode issued = issue(company);
    assertThat(read(company, issued).required("lastUsedAt").isNull()).isTrue();

    token(issued);
    Instant first = lastUsed(issued);
    clock.advance(Duration.ofMinutes(30));
    token(issued);

    assertThat(first).isBetween(clock.instant().minusSeconds(1900), clock.instant());
    assertThat(lastUsed(issued)).isAfterOrEqualTo(first.plus(Duration.ofMinutes(29)));
    assertThat(lastUsed(issued).getEpochSecond() % 60).isZero();
  }

  @Test
  void aRequestSentTwiceMakesOneCredentialAndKeepsItsSecretFromTheDatabase() {
    String key = UUID.randomUUID().toString();

    JsonNode first = issueWithKey(key);
    JsonNode second = issueWithKey(key);

    assertThat(second).isEqualTo(first);
    assertThat(list(company).required("items")).hasSize(1);
    byte[] kept =
        jdbc.sql("select body from idempotency_key where idempotency = ?")
            .param(key)
            .query(byte[].class)
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .doesNotContain(secret(first))
        .doesNotContain("clientSecret");
  }

  @Test
  void whatNobodyKnowsIsNotFound() {
    JsonNode issued = issue(company);
    Company other = companies.arrive();

    post(admin, CREDENTIALS, A_SECRET, Ids.next()).expectStatus().isNotFound();
    admin.get().uri(CREDENTIALS, Ids.next()).exchange().expectStatus().isNotFound();
    for (UUID partner : List.of(other.id(), Ids.next())) {
      String foreign = CREDENTIALS + "/" + id(issued);
      admin.get().uri(foreign, partner).exchange().expectStatus().isNotFound();
      admin.delete().uri(foreign, partner).exchange().expectStatus().isNotFound();
      post(admin, foreign + "/rotation", Map.of(), partner).expectStatus().isNotFound();
    }
    admin.get().uri(CREDENTIALS, "not-an-id").exchange().expectStatus().isBadRequest();
    assertThat(read(company, issued).required("state").asString()).isEqualTo("ACTIVE");
  }

  @Test
  void aPartnerIsGivenCredentialsBeforeItsEventArrives() {
    Company early = PartnerCompanies.stranger();
    userService.knows(early);

    JsonNode issued = issue(early);

    assertThat(program(issued).showInHeader(secret(issued)).statusCode()).isEqualTo(200);
    companies.publish("partner.created", early, 1);
    companies.tell("partner.suspended", early.in("SUSPENDED"), 2);
    refused(issued);
  }

  @Test
  void withoutUserServiceAnUnknownPartnerHasToWait() {
    userService.isBroken(true);

    post(admin, CREDENTIALS, A_SECRET, Ids.next())
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After");
    issue(company);
  }

  @ParameterizedTest
  @CsvSource({"{}, 422", "{\"kind\":\"PASSWORD\"}, 400", "not JSON, 400"})
  void aRequestThatCannotBeIsExplained(String body, int status) {
    admin
        .post()
        .uri(CREDENTIALS, company.id())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  private RestTestClient as(Role role) {
    var somebody = people.arriveWithPassword(role);
    var tokens =
        Application.mobile(api.url())
            .logIn(new Browser(api.url()), somebody.username(), People.PASSWORD);
    return api.withToken(tokens.get("access_token").asString());
  }

  private JsonNode issue(Company partner) {
    return body(post(admin, CREDENTIALS, A_SECRET, partner.id()).expectStatus().isCreated());
  }

  private JsonNode issueWithKey(String key) {
    return body(
        admin
            .post()
            .uri(CREDENTIALS, company.id())
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .body(A_SECRET)
            .exchange()
            .expectStatus()
            .isCreated());
  }

  private JsonNode rotate(JsonNode issued, Map<String, Object> how) {
    return body(
        post(admin, CREDENTIALS + "/{credential}/rotation", how, company.id(), id(issued))
            .expectStatus()
            .isCreated());
  }

  private RestTestClient.ResponseSpec revoke(JsonNode issued) {
    return admin.delete().uri(CREDENTIALS + "/{credential}", company.id(), id(issued)).exchange();
  }

  private JsonNode list(Company partner) {
    return list(partner, "");
  }

  private JsonNode list(Company partner, String query) {
    return body(admin.get().uri(CREDENTIALS + query, partner.id()).exchange().expectStatus().isOk());
  }

  private JsonNode read(Company partner, JsonNode issued) {
    return body(
        admin
            .get()
            .uri(CREDENTIALS + "/{credential}", partner.id(), id(issued))
            .exchange()
            .expectStatus()
            .isOk());
  }

  private Instant lastUsed(JsonNode issued) {
    return Instant.parse(read(company, issued).required("lastUsedAt").asString());
  }

  private PartnerProgram program(JsonNode issued) {
    return new PartnerProgram(api.url(), id(issued));
  }

  private SignedJWT token(JsonNode issued) {
    var answer = program(issued).showInHeader(secret(issued));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return SignedJWT.parse(Application.body(answer).get("access_token").asString());
    } catch (java.text.ParseException noToken) {
      throw new AssertionError(noToken);
    }
  }

  private void refused(JsonNode issued) {
    var answer = program(issued).showInHeader(secret(issued));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Application.body(answer).get("error").asString()).isEqualTo("invalid_client");
  }

  private static void conflict(RestTestClient.ResponseSpec answer, String type) {
    answer
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:accord:problem:" + type);
  }

  private static RestTestClient.ResponseSpec post(
      RestTestClient as, String uri, Map<String, Object> body, Object... variables) {
    return as.post()
        .uri(uri, variables)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }

  private static JsonNode body(RestTestClient.ResponseSpec answer) {
    return JSON.readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }

  private static String id(JsonNode credential) {
    return credential.required("id").asString();
  }

  private static String secret(JsonNode issued) {
    return issued.required("clientSecret").asString();
  }
}
