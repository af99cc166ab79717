package com.accordenergie.gateway.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One document of the whole API. */
@GatewayTest
class ApiDocumentTest {

  private static final String PROBLEM =
      """
      "Problem": { "type": "object", "required": ["type", "title", "status"] }""";

  @Autowired private Asking asking;
  @Autowired private FakeServices services;
  @Autowired private TestClock clock;

  @BeforeEach
  void theLastCopyHasRunOut() {
    clock.advance(Duration.ofHours(1));
    services.start("auth-service").answers("application/json", document("/api/v1/users/{id}/invitation", "invite", "Invitation", "string"));
    services.start("user-service").answers("application/json", document("/api/v1/clients", "list", "Reference", "string"));
    services.start("intervention-service").answers("application/json", document("/api/v1/interventions", "list", "Reference", "integer"));
  }

  @AfterEach
  void stop() {
    services.stopAll();
  }

  @Test
  void holdsTheRoutesOfAllServices() {
    withComments();

    JsonNode document = read();

    assertThat(document.path("openapi").asString()).startsWith("3.1");
    assertThat(document.path("paths").propertyNames())
        .containsExactly(
            "/api/v1/clients",
            "/api/v1/comments",
            "/api/v1/interventions",
            "/api/v1/users/{id}/invitation");
    assertThat(document.at("/servers/0/url").asString()).isEqualTo("https://interventions.example");
    assertThat(document.at("/components/securitySchemes/login/flows/authorizationCode/tokenUrl").asString())
        .isEqualTo("https://interventions.example/oauth2/token");
    assertThat(document.path("info").has("x-missing-services")).isFalse();
  }

  @Test
  void nothingInternalIsDescribed() {
    assertThat(asking.get("/v3/api-docs").body()).doesNotContain("/internal/secret");
  }

  @Test
  void whatHasTheSameNameAndAnotherShapeIsKeptApart() {
    JsonNode document = read();

    assertThat(document.at("/components/schemas").propertyNames())
        .containsExactly("InterventionReference", "Invitation", "Problem", "Reference");
    assertThat(answerOf(document, "/api/v1/clients")).isEqualTo("#/components/schemas/Reference");
    assertThat(answerOf(document, "/api/v1/interventions"))
        .isEqualTo("#/components/schemas/InterventionReference");
    assertThat(operation(document, "/api/v1/clients").path("operationId").asString())
        .isEqualTo("list");
    assertThat(operation(document, "/api/v1/interventions").path("operationId").asString())
        .isEqualTo("interventionList");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = read();

    document
        .findValues("$ref")
        .forEach(
            reference ->
                assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse());
  }

  @Test
  void everyOperationMayTakeTooLong() {
    assertThat(operation(read(), "/api/v1/clients").path("responses").propertyNames())
        .containsExactly("200", "400", "504");
  }

  @Test
  void aServiceThatIsAwayIsNamedAndAskedAgainSoon() {
    JsonNode document = read();
    assertThat(document.at("/info/x-missing-services/0").asString()).isEqualTo("comment-service");
    assertThat(document.at("/info/description").asString()).contains("comment-service");
    assertThat(document.path("paths").propertyNames()).hasSize(3);

    withComments();
    clock.advance(Duration.ofSeconds(6));

    assertThat(read().path("paths").propertyNames()).hasSize(4);
  }

  @Test
  void theSameApiGivesTheSameBytes() {
    String first = asking.get("/v3/api-docs").body();
    clock.advance(Duration.ofHours(1));

    assertThat(asking.get("/v3/api-docs").body()).isEqualTo(first);
    assertThat(services.received()).hasSize(6);
  }

  @Test
  void aCopyIsKeptForAWhile() {
    withComments();
    asking.get("/v3/api-docs");
    clock.advance(Duration.ofSeconds(50));
    asking.get("/v3/api-docs");

    assertThat(services.received()).hasSize(4);
  }

  private void withComments() {
    services.start("comment-service").answers("application/json", document("/api/v1/comments", "add", "Comment", "string"));
  }

  private JsonNode read() {
    var response = asking.get("/v3/api-docs");
    assertThat(response.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(response.body());
  }

  private static JsonNode operation(JsonNode document, String path) {
    return document.path("paths").path(path).path("get");
  }

  private static String answerOf(JsonNode document, String path) {
    return operation(document, path)
        .at("/responses/200/content/application~1json/schema/$ref")
        .asString();
  }

  private static String document(String path, String operation, String schema, String type) {
    return """
        {
          "openapi": "3.1.0",
          "info": { "title": "A service", "version": "v0" },
          "servers": [ { "url": "http://127.0.0.1:1" } ],
          "paths": {
            "%s": { "get": { "operationId": "%s", "responses": {
              "400": { "description": "no", "content": { "application/problem+json": {
                "schema": { "$ref": "#/components/schemas/Problem" } } } },
              "200": { "description": "yes", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/%s" } } } } } } },
            "/internal/secret": { "get": { "operationId": "secret" } }
          },
          "components": { "schemas": { "%s": { "type": "%s" }, %s } }
        }"""
        .formatted(path, operation, schema, schema, type, PROBLEM);
  }
}
