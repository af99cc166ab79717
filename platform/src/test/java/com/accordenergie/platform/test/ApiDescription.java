package com.accordenergie.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's OpenAPI document, and what is expected of every operation in it. */
public final class ApiDescription {

  private static final String CONSUMERS = "/api/v1/consumers/{service}";
  private static final Map<String, List<String>> OF_EVERY_SERVICE =
      Map.of(
          CONSUMERS, List.of("get"),
          CONSUMERS + "/parked", List.of("get"),
          CONSUMERS + "/parked/replay", List.of("post"),
          CONSUMERS + "/parked/{id}", List.of("delete"),
          CONSUMERS + "/parked/{id}/replay", List.of("post"),
          CONSUMERS + "/projections/{queue}/rebuild", List.of("post"),
          CONSUMERS + "/projections/{queue}/comparison", List.of("get"));

  private final JsonNode document;

  private ApiDescription(JsonNode document) {
    this.document = document;
  }

  public static ApiDescription of(Api api) {
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
    return new ApiDescription(new JsonMapper().readTree(text));
  }

  public JsonNode document() {
    return document;
  }

  public JsonNode operation(String verb, String path) {
    return document.required("paths").required(path).required(verb);
  }

  public List<String> parameters(String verb, String path) {
    return operation(verb, path)
        .path("parameters")
        .valueStream()
        .map(parameter -> parameter.required("name").asString())
        .toList();
  }

  public Set<String> answers(String verb, String path) {
    return new TreeSet<>(operation(verb, path).required("responses").propertyNames());
  }

  /** What is described is what answers. */
  public void tellsOfAll(ApiRoutes routes) {
    Set<String> described = new TreeSet<>();
    document
        .required("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(new TreeSet<>(routes.all()));
  }

  /** These routes and those of every service are described, no other, and each of them wholly. */
  public void isComplete(Map<String, List<String>> ownRoutes) {
    isComplete(ownRoutes, Set.of());
  }

  /**
   * @param anyVersion what is changed by them, whatever it has become meanwhile
   */
  public void isComplete(Map<String, List<String>> ownRoutes, Set<String> anyVersion) {
    Map<String, List<String>> routes = new HashMap<>(OF_EVERY_SERVICE);
    routes.putAll(ownRoutes);
    assertThat(document.path("openapi").asString()).startsWith("3.1");
    assertThat(document.required("paths").propertyNames()).hasSameElementsAs(routes.keySet());
    routes.forEach(
        (path, verbs) -> {
          assertThat(document.required("paths").required(path).propertyNames())
              .as(path)
              .containsExactlyInAnyOrderElementsOf(verbs);
          verbs.forEach(verb -> saysAll(verb, path, anyVersion));
        });
  }

  private void saysAll(String verb, String path, Set<String> anyVersion) {
    String what = verb + " " + path;
    JsonNode operation = operation(verb, path);
    assertThat(operation.required("summary").asString()).as(what).isNotBlank();
    assertThat(operation.required("operationId").asString()).as(what).matches("[a-z][a-zA-Z]+");
    assertThat(operation.required("tags").size()).as(what).isOne();
    Set<String> answers = answers(verb, path);
    assertThat(answers).as(what).contains("400", "401", "403", "429", "503");
    assertThat(answers.stream().filter(answer -> answer.startsWith("2"))).as(what).hasSize(1);
    operation.required("responses").properties().forEach(answer -> hasAShape(what, answer));
    List<String> parameters = parameters(verb, path);
    assertThat(parameters).as(what).doesNotContain("caller", "ifMatch", "page");
    if (path.contains("{")) {
      assertThat(answers).as(what).contains("404");
    }
    if (anyVersion.contains(what)) {
      assertThat(operation.required("description").asString()).as(what).contains("no If-Match");
      assertThat(parameters).as(what).doesNotContain("If-Match");
    } else if (List.of("patch", "put", "delete").contains(verb)) {
      assertThat(answers).as(what).contains("412", "428");
      assertThat(parameters).as(what).contains("If-Match");
    }
    if (operation.has("requestBody")) {
      assertThat(answers).as(what).contains("413", "415", "422");
    }
    if (List.of("post", "patch").contains(verb)) {
      assertThat(parameters).as(what).contains("Idempotency-Key");
    }
  }

  private static void hasAShape(String what, Map.Entry<String, JsonNode> answer) {
    String status = answer.getKey();
    assertThat(answer.getValue().path("description").asString()).as(what + " " + status).isNotBlank();
    if (status.equals("204")) {
      return;
    }
    assertThat(answer.getValue().path("content").propertyNames())
        .as(what + " " + status)
        .isNotEmpty()
        .doesNotContain("*/*");
    answer
        .getValue()
        .path("content")
        .forEach(content -> assertThat(content.path("schema").isEmpty()).as(what).isFalse());
  }
}
