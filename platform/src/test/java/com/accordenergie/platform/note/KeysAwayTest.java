package com.accordenergie.platform.note;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** An instance that has just started, while nobody can give it the keys that tokens are signed with. */
@PlatformTest
class KeysAwayTest {

  @Autowired Api api;
  @MockitoBean JwtDecoder tokens;

  @Test
  void aTokenThatCannotBeCheckedIsNotRefusedButAskedForAgain() {
    when(tokens.decode(any())).thenThrow(new JwtException("auth-service does not answer"));
    api.as(Caller.dispatcher(UUID.randomUUID()))
        .get()
        .uri("/api/v1/notes")
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
        .expectHeader()
        .exists(HttpHeaders.RETRY_AFTER)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:accord:problem:temporarily-unavailable");
  }
}
