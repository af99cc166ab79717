package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.PartnerCompanies.Company;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a partner is let in that signs with a key of its own and shares no secret with us. */
@ServiceTest
class PartnerKeysTest {

  private static final RSAKey RSA = rsa(2048);
  private static final JWK P256 = made(() -> new ECKeyGenerator(Curve.P_256).generate());

  @Autowired Api api;
  @Autowired People people;
  @Autowired PartnerCompanies companies;

  private RestTestClient admin;
  private Company company;

  @BeforeEach
  void anAdminAndAPartner() {
    var somebody = people.arriveWithPassword(Role.ADMIN);
    var tokens =
        Application.mobile(api.url())
            .logIn(new Browser(api.url()), somebody.username(), People.PASSWORD);
    admin = api.withToken(tokens.get("access_token").asString());
    company = companies.arrive();
  }

  static Stream<Arguments> waysToSign() {
    return Stream.of(
        Arguments.of("RS256", RSA), Arguments.of("PS256", RSA), Arguments.of("ES256", P256));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToSign")
  void whoSignsGetsAToken(String algorithm, JWK key) throws Exception {
    PartnerProgram program = program(issue(key));

    HttpResponse<String> answer = program.sign(key, JWSAlgorithm.parse(algorithm));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var token = SignedJWT.parse(Application.body(answer).get("access_token").asString());
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(company.id().toString());
  }

  @Test
  void thereIsNoSecret() {
    JsonNode issued = issue(RSA);

    assertThat(issued.required("clientSecret").isNull()).isTrue();
    assertThat(program(issued).showInHeader("").statusCode()).isIn(400, 401);
    assertThat(program(issued).showInBody("null").statusCode()).isEqualTo(401);
  }

  @Test
  void theAssertionMayBeMeantForTheIssuerToo() {
    PartnerProgram program = program(issue(RSA));

    var answer =
        program.sign(
            program.assertion(
                RSA, JWSAlgorithm.RS256, claims -> claims.audience(Browser.ORIGIN)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  static Stream<Named<UnaryOperator<JWTClaimsSet.Builder>>> falseClaims() {
    return Stream.of(
        Named.of("for somebody else", claims -> claims.audience("https://elsewhere.example")),
        Named.of("by somebody else", claims -> claims.issuer("somebody")),
        Named.of("about somebody else", claims -> claims.subject("somebody")),
        Named.of("run out", claims -> claims.expirationTime(in(-120))),
        Named.of("for ever", claims -> claims.expirationTime(null)),
        Named.of("for an hour", claims -> claims.expirationTime(in(3600))),
        Named.of("from tomorrow on", claims -> claims.notBeforeTime(in(86_400))),
        Named.of("without an id", claims -> claims.jwtID(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("falseClaims")
  void anAssertionThatIsNotRightIsRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
    PartnerProgram program = program(issue(RSA));

    refused(program.sign(program.assertion(RSA, JWSAlgorithm.RS256, change)));
  }

  @Test
  void anAssertionServesOnceHoweverManyShowItAtOnce() throws Exception {
    PartnerProgram program = program(issue(RSA));
    String assertion = program.assertion(RSA, JWSAlgorithm.RS256, claims -> claims);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 6)
              .mapToObj(number -> threads.submit(() -> program.sign(assertion).statusCode()))
              .toList();
      int accepted = 0;
      for (Future<Integer> answer : answers) {
        accepted += answer.get() == 200 ? 1 : 0;
      }
      assertThat(accepted).isOne();
    }
    refused(program.sign(assertion));
  }

  @Test
  void anotherKeyOpensNothing() {
    PartnerProgram program = program(issue(RSA));

    refused(program.sign(rsa(2048), JWSAlgorithm.RS256));
    refused(program.sign(P256, JWSAlgorithm.ES256));
    refused(program.sign(RSA, JWSAlgorithm.RS512));
  }

  @Test
  void thePublicKeyIsNoSecretAndNoSignatureIsNone() throws Exception {
    PartnerProgram program = program(issue(RSA));
    var claims =
        SignedJWT.parse(program.assertion(RSA, JWSAlgorithm.RS256, claim -> claim))
            .getJWTClaimsSet();
    var keyed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    keyed.sign(new MACSigner(RSA.toPublicJWK().toJSONString()));

    refused(program.sign(keyed.serialize()));
    refused(program.sign(new PlainJWT(claims).serialize()));
    refused(program.sign("rubbish"));
  }

  @Test
  void aKeyIsReplacedLikeASecret() {
    JsonNode old = issue(RSA);
    JWK next = rsa(3072);

    JsonNode rotated =
        body(
            admin
                .post()
                .uri(
                    "/api/v1/partners/{id}/credentials/{credential}/rotation",
                    company.id(),
                    old.required("id").asString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("overlap", "PT0S", "publicKey", next.toPublicJWK().toJSONObject()))
                .exchange()
                .expectStatus()
                .isCreated());

    assertThat(program(rotated).sign(next, JWSAlgorithm.PS256).statusCode()).isEqualTo(200);
    refused(program(old).sign(RSA, JWSAlgorithm.RS256));
  }

  static Stream<Named<Map<String, Object>>> keysThatWillNotDo() {
    OctetSequenceKey shared = made(() -> new OctetSequenceKeyGenerator(256).generate());
    return Stream.of(
        Named.of("the private half", RSA.toJSONObject()),
        Named.of("too short", rsa(1024).toPublicJWK().toJSONObject()),
        Named.of("with an exponent that proves nothing", withExponent(BigInteger.ONE)),
        Named.of("with an even exponent", withExponent(BigInteger.valueOf(65_536))),
        Named.of("with an exponent of 8,000 bits", withExponent(BigInteger.ONE.shiftLeft(8_000).or(BigInteger.ONE))),
        Named.of(
            "another curve",
            made(() -> new ECKeyGenerator(Curve.P_384).generate()).toPublicJWK().toJSONObject()),
        Named.of("a shared secret", shared.toJSONObject()),
        Named.of(
            "for encryption",
            new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build().toPublicJWK().toJSONObject()),
        Named.of(
            "for an algorithm we do not know",
            new RSAKey.Builder(RSA)
                .algorithm(JWSAlgorithm.RS384)
                .build()
                .toPublicJWK()
                .toJSONObject()),
        Named.of("no key at all", Map.of("kty", "RSA")),
        Named.of("nothing", Map.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keysThatWillNotDo")
  void aKeyThatWillNotDoIsExplained(Map<String, Object> key) {
    refusedKey(Map.of("kind", "PRIVATE_KEY_JWT", "publicKey", key));
  }

  @Test
  void aKeyIsGivenWhereItBelongsAndNowhereElse() {
    refusedKey(Map.of("kind", "PRIVATE_KEY_JWT"));
    refusedKey(Map.of("kind", "SECRET", "publicKey", RSA.toPublicJWK().toJSONObject()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwksUri", "secret"})
  void noOtherMemberIsTaken(String member) {
    admin
        .post()
        .uri("/api/v1/partners/{id}/credentials", company.id())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("kind", "PRIVATE_KEY_JWT", member, "http://127.0.0.1/keys"))
        .exchange()
        .expectStatus()
        .is4xxClientError();
  }

  private void refusedKey(Map<String, Object> body) {
    admin
        .post()
        .uri("/api/v1/partners/{id}/credentials", company.id())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("#/publicKey");
  }

  private JsonNode issue(JWK key) {
    return body(
        admin
            .post()
            .uri("/api/v1/partners/{id}/credentials", company.id())
            .header("Idempotency-Key", Ids.next().toString())
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                Map.of("kind", "PRIVATE_KEY_JWT", "publicKey", key.toPublicJWK().toJSONObject()))
            .exchange()
            .expectStatus()
            .isCreated());
  }

  private PartnerProgram program(JsonNode issued) {
    return new PartnerProgram(api.url(), issued.required("clientId").asString());
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(Application.body(answer).get("error").asString()).isEqualTo("invalid_client");
  }

  private static JsonNode body(RestTestClient.ResponseSpec answer) {
    return new JsonMapper()
        .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static Map<String, Object> withExponent(BigInteger exponent) {
    return new RSAKey.Builder(RSA.getModulus(), Base64URL.encode(exponent)).build().toJSONObject();
  }

  private static RSAKey rsa(int bits) {
    return made(() -> new RSAKeyGenerator(bits, true).generate());
  }

  private static <K> K made(Callable<K> generator) {
    try {
      return generator.call();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
