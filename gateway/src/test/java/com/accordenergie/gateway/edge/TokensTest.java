package com.accordenergie.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A bad token is turned away at the door. */
@GatewayTest
class TokensTest {

  @Autowired private Asking asking;
  @Autowired private Tokens tokens;
  @Autowired private FakeServices services;
  private FakeService users;

  @BeforeEach
  void start() {
    users = services.start("user-service");
  }

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void noOtherThanAGoodTokenOpens() {
    Caller somebody = Caller.admin(UUID.randomUUID());

    Map<String, String> useless = new HashMap<>(tokens.useless(somebody));
    useless.put("nothing", "");

    useless.forEach(
        (wrong, token) -> {
          var response =
              asking.get(
                  "/api/v1/me", request -> request.setHeader("Authorization", "Bearer " + token));
          Problem.in(response, 401, "unauthenticated");
          assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
              .as(wrong)
              .startsWith("Bearer");
        });
    assertThat(users.received()).isEmpty();
  }

  @Test
  void withoutATokenThereIsOnlyAnInvitationToLogIn() {
    String answer = asking.raw("GET /api/v1/me HTTP/1.1");

    assertThat(answer)
        .startsWith("HTTP/1.1 401")
        .contains("urn:accord:problem:unauthenticated")
        .contains("WWW-Authenticate: Bearer");
    assertThat(users.received()).isEmpty();
  }
}
