package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiDescription;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The description says all there is. */
@ServiceTest
class OpenApiTest {

  @Autowired Api api;

  @Test
  void everyRouteIsDescribedWithItsParametersAndAnswers() {
    var described = ApiDescription.of(api);
    described.isComplete(
        Map.of(
            "/api/v1/interventions/{id}/comments", List.of("get", "post"),
            "/api/v1/comments/{id}", List.of("get", "patch", "delete"),
            "/api/v1/comments/{id}/history", List.of("get")));
    JsonNode description = described.document();
    JsonNode paths = description.path("paths");
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
