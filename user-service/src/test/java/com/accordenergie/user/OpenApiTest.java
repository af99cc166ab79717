package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is generated from the code, and complete. */
@ServiceTest
class OpenApiTest {

  private static final Map<String, List<String>> ROUTES =
      Map.of(
          "/api/v1/me", List.of("get"),
          "/api/v1/users", List.of("get", "post"),
          "/api/v1/users/{id}", List.of("get", "patch", "delete"),
          "/api/v1/clients", List.of("get", "post"),
          "/api/v1/clients/{id}", List.of("get", "patch", "delete"),
          "/api/v1/clients/{clientId}/sites", List.of("get", "post"),
          "/api/v1/clients/{clientId}/sites/{siteId}", List.of("get", "patch", "delete"),
          "/api/v1/technicians", List.of("get", "post"),
          "/api/v1/technicians/{id}", List.of("get", "patch", "delete"));

  @Autowired Api api;

  private JsonNode description;

  @BeforeEach
  void read() {
    String text =
        api.anonymous()
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    description = new JsonMapper().readTree(text);
  }

  @Test
  void everyRouteIsThereAndNoOther() {
    assertThat(description.required("paths").propertyNames()).hasSameElementsAs(ROUTES.keySet());
    ROUTES.forEach(
        (path, verbs) ->
            assertThat(description.required("paths").required(path).propertyNames())
                .as(path)
                .containsExactlyInAnyOrderElementsOf(verbs));
  }

  @Test
  void everyOperationSaysWhatItDoesTakesAndAnswers() {
    ROUTES.forEach(
        (path, verbs) ->
            verbs.forEach(
                verb -> {
                  String what = verb + " " + path;
                  JsonNode operation = description.required("paths").required(path).required(verb);
                  assertThat(operation.required("summary").asString()).as(what).isNotBlank();
                  assertThat(operation.required("operationId").asString())
                      .as(what)
                      .matches("[a-z][a-zA-Z]+");
                  assertThat(operation.required("tags").size()).as(what).isOne();
                  Set<String> answers = new TreeSet<>(operation.required("responses").propertyNames());
                  assertThat(answers).as(what).contains("401", "403", "400", "503");
                  assertThat(answers)
                      .as(what)
                      .contains(
                          switch (verb) {
                            case "post" -> "201";
                            case "delete" -> "204";
                            default -> "200";
                          });
                  if (path.contains("{")) {
                    assertThat(answers).as(what).contains("404");
                  }
                  if (verb.equals("patch") || verb.equals("delete")) {
                    assertThat(answers).as(what).contains("412", "428");
                    assertThat(parameters(operation)).as(what).contains("If-Match");
                  }
                  if (verb.equals("post") || verb.equals("patch")) {
                    assertThat(answers).as(what).contains("422", "415");
                  }
                  if (verb.equals("post")) {
                    assertThat(parameters(operation)).as(what).contains("Idempotency-Key");
                  }
                  assertThat(parameters(operation))
                      .as(what)
                      .doesNotContain("caller", "ifMatch", "page");
                }));
  }

  @Test
  void listsSayHowTheyAreNarrowed() {
    assertThat(parameters(operation("/api/v1/users")))
        .containsExactlyInAnyOrder("role", "clientId", "active", "q", "limit", "cursor");
    assertThat(parameters(operation("/api/v1/clients")))
        .containsExactlyInAnyOrder("active", "q", "limit", "cursor");
    assertThat(parameters(operation("/api/v1/technicians")))
        .containsExactlyInAnyOrder("skill", "active", "q", "limit", "cursor");
  }

  private JsonNode operation(String path) {
    return description.required("paths").required(path).required("get");
  }

  private static List<String> parameters(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .map(parameter -> parameter.required("name").asString())
        .toList();
  }
}
