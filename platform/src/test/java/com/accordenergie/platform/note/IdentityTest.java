package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@PlatformTest
class IdentityTest {

  private static final Caller SOMEBODY = Caller.dispatcher(UUID.randomUUID());

  @Autowired Api api;
  @Autowired Tokens tokens;

  static Stream<Named<BiFunction<Tokens, Caller, String>>> uselessTokens() {
    return Stream.of(
        Named.of("expired", Tokens::expired),
        Named.of("for another audience", Tokens::foreign),
        Named.of("from another issuer", Tokens::foreignIssuer),
        Named.of("forged", Tokens::forged),
        Named.of("unsigned", Tokens::unsigned),
        Named.of("an ID token", Tokens::idToken),
        Named.of("no token at all", (known, caller) -> "rubbish"));
  }

  @ParameterizedTest
  @MethodSource("uselessTokens")
  void aTokenThatIsNotGoodIsRefused(BiFunction<Tokens, Caller, String> token) {
    api.withToken(token.apply(tokens, SOMEBODY))
        .get()
        .uri("/api/v1/notes")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .value("WWW-Authenticate", header -> assertThat(header).startsWith("Bearer"))
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:accord:problem:unauthenticated");
  }

  @Test
  void withoutATokenNothingAnswers() {
    api.anonymous().get().uri("/api/v1/notes").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void aGoodTokenIsTaken() {
    api.as(SOMEBODY).get().uri("/api/v1/notes").exchange().expectStatus().isOk();
  }

  @Test
  void aPartnerIsNoPersonAndIsToldNothing() {
    Caller partner = Caller.partner(UUID.randomUUID());

    for (String path : List.of("/api/v1/notes", "/api/v1/notes/broken", "/api/v1/notes?limit=0")) {
      api.as(partner)
          .get()
          .uri(path)
          .exchange()
          .expectStatus()
          .isForbidden()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void whatTheRoleDoesNotAllowIsForbidden() {
    api.as(SOMEBODY)
        .delete()
        .uri("/api/v1/notes/" + UUID.randomUUID())
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }
}
