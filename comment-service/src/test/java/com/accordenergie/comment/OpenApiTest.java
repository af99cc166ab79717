package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The description says all there is. */
@ServiceTest
class OpenApiTest {

  @Autowired Api api;

  @Test
  void everyRouteIsDescribedWithItsParametersAndAnswers() {
    JsonNode description = Scenes.json(api.anonymous().get().uri("/v3/api-docs").exchange());
    JsonNode paths = description.path("paths");

    assertThat(description.path("openapi").asString()).startsWith("3.1");
    assertThat(paths.propertyNames())
        .containsExactlyInAnyOrder(
            "/api/v1/interventions/{id}/comments",
            "/api/v1/comments/{id}",
            "/api/v1/comments/{id}/history");
    JsonNode thread = paths.path("/api/v1/interventions/{id}/comments");
    assertThat(parameters(thread.path("get"))).containsExactlyInAnyOrder("id", "sort", "limit", "cursor");
    assertThat(thread.path("get").path("responses").propertyNames())
        .contains("200", "400", "401", "404", "503");
    assertThat(parameters(thread.path("post"))).containsExactlyInAnyOrder("id", "Idempotency-Key");
    assertThat(thread.path("post").path("responses").propertyNames())
        .contains("201", "400", "401", "403", "404", "409", "413", "415", "422", "503");
    JsonNode comment = paths.path("/api/v1/comments/{id}");
    assertThat(parameters(comment.path("patch"))).containsExactlyInAnyOrder("id", "If-Match");
    assertThat(comment.path("patch").path("responses").propertyNames())
        .contains("200", "403", "404", "409", "412", "415", "422", "428");
    assertThat(comment.path("delete").path("responses").propertyNames())
        .contains("204", "403", "404", "409", "412", "428");
    JsonNode schemas = description.path("components").path("schemas");
    assertThat(schemas.propertyNames())
        .contains(
            "StaffComment", "StaffStatusChange", "ClientComment", "ClientStatusChange", "Problem",
            "NewComment", "CommentPatch", "CommentVersion");
    assertThat(schemas.path("CommentPatch").path("properties").path("body").path("type").asString())
        .isEqualTo("string");
    assertThat(schemas.path("NewComment").path("required").valueStream().map(JsonNode::asString).toList())
        .containsExactlyInAnyOrder("body", "visibility");
    assertThat(schemas.path("StaffComment").path("properties").propertyNames()).contains("kind", "visibility");
    assertThat(schemas.path("ClientStatusChange").path("properties").propertyNames()).doesNotContain("reason");
  }

  private static List<String> parameters(JsonNode operation) {
    return operation.path("parameters").valueStream().map(parameter -> parameter.path("name").asString()).toList();
  }
}
