package com.accordenergie.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each public path leads to the service it belongs to, and no other path leads anywhere. */
@GatewayTest
class RoutesTest {

  private static final String ID = "0199a9f4-5f6b-7c3e-8d1a-2b3c4d5e6f70";

  @Autowired private Asking asking;
  @Autowired private FakeServices services;

  @BeforeEach
  void everyServiceIsUp() {
    services.startAll();
  }

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @ParameterizedTest
  @CsvSource({
    "/login, auth-service",
    "/logout, auth-service",
    "/activate, auth-service",
    "/userinfo, auth-service",
    "/oauth2/authorize, auth-service",
    "/oauth2/jwks, auth-service",
    "/connect/logout, auth-service",
    "/.well-known/openid-configuration, auth-service",
    "/.well-known/oauth-authorization-server, auth-service",
    "/auth-assets/login.css, auth-service",
    "/api/v1/users/{id}/invitation, auth-service",
    "/api/v1/partners/{id}/credentials, auth-service",
    "/api/v1/partners/{id}/credentials/{id}/rotation, auth-service",
    "/api/v1/consumers/auth-service, auth-service",
    "/api/v1/consumers/user-service, user-service",
    "/api/v1/consumers/intervention-service/parked, intervention-service",
    "/api/v1/consumers/comment-service/parked/1/replay, comment-service",
    "/api/v1/me, user-service",
    "/api/v1/me/views, user-service",
    "/api/v1/audit, user-service",
    "/api/v1/users, user-service",
    "/api/v1/users/{id}, user-service",
    "/api/v1/clients, user-service",
    "/api/v1/clients/{id}/sites/{id}, user-service",
    "/api/v1/partners, user-service",
    "/api/v1/partners/{id}, user-service",
    "/api/v1/partner, user-service",
    "/api/v1/partner/events, user-service",
    "/api/v1/technicians, user-service",
    "/api/v1/technicians/{id}, user-service",
    "/api/v1/technicians/{id}/busy, intervention-service",
    "/api/v1/planning, intervention-service",
    "/api/v1/events, intervention-service",
    "/api/v1/statistics, intervention-service",
    "/api/v1/interventions, intervention-service",
    "/api/v1/interventions/{id}, intervention-service",
    "/api/v1/interventions/{id}/transitions, intervention-service",
    "/api/v1/interventions/{id}/history, intervention-service",
    "/api/v1/statuses, intervention-service",
    "/api/v1/statuses/ON_HOLD, intervention-service",
    "/api/v1/transitions, intervention-service",
    "/api/v1/urgencies, intervention-service",
    "/api/v1/interventions/{id}/comments, comment-service",
    "/api/v1/comments/{id}, comment-service",
    "/api/v1/interventions/{id}/attachments, comment-service",
    "/api/v1/attachments/{id}, comment-service",
    "/api/v1/attachments/{id}/content, comment-service",
    "/api/v1/attachments/{id}/thumbnail, comment-service",
  })
  void leadsToTheServiceThatOwnsThePath(String path, String service) {
    String target = path.replace("{id}", ID);

    assertThat(asking.get(target).statusCode()).isEqualTo(200);

    assertThat(services.received())
        .singleElement()
        .satisfies(
            received -> {
              assertThat(received.service()).isEqualTo(service);
              assertThat(received.target()).isEqualTo(target);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/actuator",
        "/actuator/env",
        "/actuator/metrics",
        "/actuator/gateway/routes",
        "/internal",
        "/error",
        "/eureka/apps",
        "/v3/api-docs/swagger-config",
        "/swagger-ui.html",
        "/login/actuator/env",
        "/user-service/actuator/health",
        "/api/v1",
        "/api/v1/internal",
        "/api/v1/actuator/env",
        "/api/v2/interventions",
        "/API/v1/interventions",
        "/api/v1/me/actuator",
      })
  void anyOtherPathDoesNotExist(String target) {
    var response = asking.get(target);

    Problem.in(response, 404, "not-found");
    assertThat(services.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth-assets/../actuator/env",
        "/auth-assets/..%2factuator/env",
        "/auth-assets/%2e%2e/actuator/env",
        "/auth-assets/%2E%2E%2Factuator%2Fenv",
        "/auth-assets/.%2e/actuator",
        "/auth-assets/..;/actuator/env",
        "/auth-assets;a=b/login.css",
        "/auth-assets/./x",
        "/auth-assets//actuator",
        "//actuator/env",
        "//evil.example/login",
        "/auth-assets/..\\actuator",
        "/auth-assets/..%5cactuator",
        "/auth-assets/%252e%252e/actuator",
        "/auth-assets/%00",
        "/auth-assets/%0d%0aX-Injected:1",
        "/api/v1/users;jsessionid=1",
      })
  void aPathThatPlaysTricksIsRefused(String target) {
    String answer = asking.raw("GET " + target + " HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 40");
    assertThat(answer).contains("application/problem+json").contains("urn:accord:problem:");
    assertThat(services.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://evil.example/actuator/env HTTP/1.1",
        "GET /actuator/env#/login HTTP/1.1",
        "TRACE /login HTTP/1.1",
        "CONNECT localhost:80 HTTP/1.1",
        "BREW /login HTTP/1.1",
        "GET /login?q=<script> HTTP/1.1",
      })
  void aRequestLineThatPlaysTricksIsRefused(String line) {
    String answer = asking.raw(line);

    assertThat(answer).containsPattern("^HTTP/1.1 (4..|501)").doesNotContain("<html");
    assertThat(services.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /oauth2/jwks?q=%zz HTTP/1.1", "GET /oauth2/jwks?q=% HTTP/1.1"})
  void aQueryThatCannotBeReadIsMalformed(String line) {
    assertThat(asking.raw(line))
        .startsWith("HTTP/1.1 400")
        .contains("urn:accord:problem:malformed-request");
    assertThat(services.received()).isEmpty();
  }
}
