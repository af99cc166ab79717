package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What applications and services can find out by themselves. */
@ServiceTest
class DiscoveryTest {

  @Autowired Api api;

  @Test
  void theDiscoveryDocumentTellsTheTruth() {
    JsonNode document = Application.body(get("/.well-known/openid-configuration"));

    assertThat(document.get("issuer").asString()).isEqualTo(Browser.ORIGIN);
    assertThat(document.get("authorization_endpoint").asString())
        .isEqualTo(Browser.ORIGIN + "/oauth2/authorize");
    assertThat(document.get("token_endpoint").asString())
        .isEqualTo(Browser.ORIGIN + "/oauth2/token");
    assertThat(document.get("jwks_uri").asString()).isEqualTo(Browser.ORIGIN + "/oauth2/jwks");
    assertThat(document.get("userinfo_endpoint").asString()).isEqualTo(Browser.ORIGIN + "/userinfo");
    assertThat(document.get("end_session_endpoint").asString())
        .isEqualTo(Browser.ORIGIN + "/connect/logout");
    assertThat(document.get("revocation_endpoint").asString())
        .isEqualTo(Browser.ORIGIN + "/oauth2/revoke");
    assertThat(texts(document, "code_challenge_methods_supported")).containsExactly("S256");
    assertThat(texts(document, "response_types_supported")).containsExactly("code");
    assertThat(texts(document, "scopes_supported"))
        .containsExactlyInAnyOrder("openid", "profile", "email");
    assertThat(texts(document, "grant_types_supported"))
        .containsExactly("authorization_code", "refresh_token", "client_credentials");
    assertThat(texts(document, "token_endpoint_auth_methods_supported"))
        .containsExactly("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
    assertThat(texts(document, "token_endpoint_auth_signing_alg_values_supported"))
        .containsExactly("RS256", "PS256", "ES256");
    assertThat(texts(document, "id_token_signing_alg_values_supported")).containsExactly("RS256");
  }

  @Test
  void theMetadataOfOAuthTellTheSame() {
    JsonNode openId = Application.body(get("/.well-known/openid-configuration"));
    JsonNode oauth = Application.body(get("/.well-known/oauth-authorization-server"));

    for (String name :
        List.of(
            "token_endpoint",
            "grant_types_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported")) {
      assertThat(oauth.get(name)).as(name).isEqualTo(openId.get(name));
    }
  }

  @Test
  void onlyThePublicHalfOfAKeyIsPublished() {
    JsonNode keys = Application.body(get("/oauth2/jwks")).get("keys");

    assertThat(keys).isNotEmpty();
    for (JsonNode key : keys) {
      assertThat(key.get("kty").asString()).isEqualTo("RSA");
      assertThat(key.get("alg").asString()).isEqualTo("RS256");
      assertThat(key.get("use").asString()).isEqualTo("sig");
      assertThat(key.has("kid")).isTrue();
      assertThat(List.of("d", "p", "q", "dp", "dq", "qi")).noneMatch(key::has);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
  void theServiceIsWell(String probe) {
    assertThat(Application.body(get(probe)).get("status").asString()).isEqualTo("UP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/api/v1/nowhere", "/oauth2/register", "/actuator/env"})
  void nothingElseAnswersAStranger(String path) {
    assertThat(get(path).statusCode()).isIn(401, 403, 404);
  }

  private HttpResponse<String> get(String path) {
    return Application.mobile(api.url()).get(path);
  }

  private static List<String> texts(JsonNode document, String name) {
    return document.get(name).valueStream().map(JsonNode::asString).toList();
  }
}
