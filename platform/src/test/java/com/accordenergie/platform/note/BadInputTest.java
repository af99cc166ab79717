package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@PlatformTest
class BadInputTest {

  @Autowired Api api;

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("{\"text\":\"a\",\"wrong\":1}", 400, "#/wrong"),
        Arguments.of("{\"text\":5}", 400, "#/text"),
        Arguments.of("{\"text\":{}}", 400, "#/text"),
        Arguments.of("{\"text\":\"a\\u0000b\"}", 400, "#/text"),
        Arguments.of("{\"text\":\"a\\ud800b\"}", 400, "#/text"),
        Arguments.of("{\"text\":\"a\",\"stars\":\"5\"}", 400, "#/stars"),
        Arguments.of("{\"text\":\"a\",\"stars\":5.5}", 400, "#/stars"),
        Arguments.of("{\"text\":\"a\",\"due\":\"2026-02-30T10:00:00Z\"}", 400, "#/due"),
        Arguments.of("{\"text\":\"a\",\"due\":\"+999999999-01-01T00:00:00Z\"}", 400, "#/due"),
        Arguments.of("{\"text\":\"a\",\"due\":\"2026-02-10T10:00:00\"}", 400, "#/due"),
        Arguments.of("{\"text\":\"a\",\"due\":123}", 400, "#/due"),
        Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", 400, "#"),
        Arguments.of("{\"text\":\"a\"} x", 400, "#"),
        Arguments.of("{\"text\":", 400, "#"),
        Arguments.of("[]", 400, "#"),
        Arguments.of("", 400, "#"),
        Arguments.of("{}", 422, "#/text"),
        Arguments.of("{\"text\":\"  \"}", 422, "#/text"),
        Arguments.of("{\"text\":\"" + "x".repeat(201) + "\"}", 422, "#/text"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBadBodyIsRefusedAndTheAnswerSaysWhere(String body, int status, String pointer) {
    api.as(Caller.admin(UUID.randomUUID()))
        .post()
        .uri("/api/v1/notes")
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo(pointer)
        .jsonPath("$.type")
        .isEqualTo("urn:accord:problem:" + (status == 400 ? "malformed-request" : "invalid-values"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/notes?limit=0, 400",
    "/api/v1/notes?limit=101, 400",
    "/api/v1/notes?limit=ten, 400",
    "/api/v1/notes?cursor=%C3%A9, 400",
    "/api/v1/notes?cursor=bm9wZQ, 400",
    "/api/v1/notes?cursor=a%00b, 400",
    "/api/v1/nothing, 404",
    "/api/v1/notes/broken, 500",
    "/nothing, 401"
  })
  void aBadAddressIsAProblemToo(String address, int status) {
    var answer =
        api.as(Caller.admin(UUID.randomUUID()))
            .get()
            .uri(java.net.URI.create(api.url() + address))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(answer).doesNotContain("secret detail", "Exception", "java.");
  }

  @Test
  void aHugeBodyIsNotEvenRead() {
    api.as(Caller.admin(UUID.randomUUID()))
        .post()
        .uri("/api/v1/notes")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"text\":\"" + "x".repeat(10 << 20) + "\"}")
        .exchange()
        .expectStatus()
        .isEqualTo(413)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void anotherMediaTypeIsRefused() {
    api.as(Caller.admin(UUID.randomUUID()))
        .post()
        .uri("/api/v1/notes")
        .contentType(MediaType.TEXT_PLAIN)
        .body("text")
        .exchange()
        .expectStatus()
        .isEqualTo(415)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }
}
