package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiDescription;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description says all there is. */
@ServiceTest
class OpenApiTest {

  @Autowired Api api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void nothingThatAnswersIsLeftOut() {
    ApiDescription.of(api).tellsOfAll(ApiRoutes.of(mapping));
  }

  @Test
  void everyRouteIsDescribedWithItsParametersAndAnswers() {
    var described = ApiDescription.of(api);
    described.isComplete(
        Map.of(
            "/api/v1/interventions/{id}/comments", List.of("get", "post"),
            "/api/v1/comments/{id}", List.of("get", "patch", "delete"),
            "/api/v1/comments/{id}/history", List.of("get"),
            "/api/v1/interventions/{id}/attachments", List.of("get", "post"),
            "/api/v1/attachments/{id}", List.of("get", "delete"),
            "/api/v1/attachments/{id}/content", List.of("get"),
            "/api/v1/attachments/{id}/thumbnail", List.of("get")));
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
    assertThat(parameters(comment.path("patch")))
        .containsExactlyInAnyOrder("id", "If-Match", "Idempotency-Key");
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

  @Test
  void aFormAndAPictureAreDescribedToo() {
    JsonNode description = Scenes.json(api.anonymous().get().uri("/v3/api-docs").exchange());
    JsonNode paths = description.path("paths");
    JsonNode attachments = paths.path("/api/v1/interventions/{id}/attachments");
    JsonNode schemas = description.path("components").path("schemas");

    assertThat(parameters(attachments.path("get"))).containsExactlyInAnyOrder("id", "limit", "cursor");
    assertThat(parameters(attachments.path("post"))).containsExactlyInAnyOrder("id", "Idempotency-Key");
    assertThat(attachments.path("post").path("responses").propertyNames())
        .contains("201", "400", "401", "403", "404", "409", "413", "415", "422", "503");
    assertThat(attachments.path("post").path("requestBody").path("content").propertyNames())
        .containsExactly("multipart/form-data");
    assertThat(attachments.at("/post/requestBody/content/multipart~1form-data/schema/$ref").asString())
        .isEqualTo("#/components/schemas/NewAttachment");
    assertThat(schemas.path("NewAttachment").path("properties").propertyNames())
        .containsExactlyInAnyOrder("file", "kind", "visibility", "caption", "signer", "takenAt");
    assertThat(schemas.path("NewAttachment").path("required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("file", "kind");
    assertThat(schemas.at("/NewAttachment/properties/file/format").asString()).isEqualTo("binary");
    for (String part : List.of("content", "thumbnail")) {
      JsonNode picture = paths.path("/api/v1/attachments/{id}/" + part).path("get");
      assertThat(picture.at("/responses/200/content").propertyNames())
          .containsExactlyInAnyOrder("image/jpeg", "image/png");
      assertThat(picture.path("responses").propertyNames()).contains("401", "403", "404", "503");
    }
    assertThat(parameters(paths.path("/api/v1/attachments/{id}").path("delete")))
        .containsExactlyInAnyOrder("id", "If-Match");
    assertThat(schemas.propertyNames())
        .contains("StaffAttachment", "ClientAttachment", "StaffAttachmentEntry", "ClientAttachmentEntry");
    assertThat(schemas.path("ClientAttachment").path("properties").propertyNames()).contains("visibility");
  }

  private static List<String> parameters(JsonNode operation) {
    return operation.path("parameters").valueStream().map(parameter -> parameter.path("name").asString()).toList();
  }
}
