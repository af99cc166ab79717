package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Whatever is sent: a 4xx that says where, and nothing is attached. */
@ServiceTest
class AttachmentInputTest {

  private static final byte[] PHOTO = Samples.jpeg(120, 80);

  @Autowired Scenes scenes;
  @Autowired Api api;

  static Stream<Arguments> fields() {
    return Stream.of(
        Arguments.of(Map.of("kind", ""), 422, "#/kind"),
        Arguments.of(Map.of("kind", "DRAWING"), 400, "#/kind"),
        Arguments.of(Map.of("kind", "photo"), 400, "#/kind"),
        Arguments.of(Map.of("kind", "0"), 400, "#/kind"),
        Arguments.of(Map.of("visibility", ""), 422, "#/visibility"),
        Arguments.of(Map.of("visibility", "SECRET"), 400, "#/visibility"),
        Arguments.of(Map.of("caption", "x".repeat(201)), 422, "#/caption"),
        Arguments.of(Map.of("caption", "a\u0000b"), 400, "?"),
        Arguments.of(Map.of("caption", "a\u0007b"), 400, "?"),
        Arguments.of(Map.of("signer", "Mme Renaud"), 422, "#/signer"),
        Arguments.of(Map.of("takenAt", "hier"), 400, "#/takenAt"),
        Arguments.of(Map.of("takenAt", "2026-02-30T10:00:00Z"), 400, "#/takenAt"),
        Arguments.of(Map.of("takenAt", "2026-11-24T10:00:00"), 400, "#/takenAt"),
        Arguments.of(Map.of("takenAt", "+999999999-01-01T00:00:00Z"), 400, "#/takenAt"),
        Arguments.of(Map.of("authorId", UUID.randomUUID().toString()), 400, "#/authorId"),
        Arguments.of(Map.of("kind", "SIGNATURE"), 422, "#/signer"),
        Arguments.of(Map.of("kind", "SIGNATURE", "signer", " "), 422, "#/signer"),
        Arguments.of(Map.of("kind", "SIGNATURE", "signer", "x".repeat(121)), 422, "#/signer"),
        Arguments.of(
            Map.of("kind", "SIGNATURE", "signer", "Mme Renaud", "visibility", "INTERNAL"),
            422,
            "#/visibility"));
  }

  @ParameterizedTest(name = "{0}: {1} at {2}")
  @MethodSource("fields")
  void aFieldThatCannotBeIsRefusedAndSaysWhere(
      Map<String, String> fields, int status, String pointer) {
    refused(Scenes.form(fields, PHOTO), status, pointer);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("nothing", new byte[0]),
        Arguments.of("HTML", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("SVG", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("PDF", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
        Arguments.of(
            "JPEG with HTML behind it",
            Samples.joined(PHOTO, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))),
        Arguments.of("half a JPEG", Samples.cut(PHOTO, PHOTO.length / 2)),
        Arguments.of("900 megapixels", Samples.pngClaiming(30_000, 30_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aFileThatIsNoPictureIsRefused(String what, byte[] file) {
    JsonNode problem = refused(Scenes.form(Map.of(), file), 422, "#/file");

    assertThat(problem.path("type").asString()).isEqualTo("urn:accord:problem:unusable-image");
  }

  @Test
  void neitherTheNameNorTheTypeOfAFileIsBelieved() {
    Scene scene = scenes.intervention();
    for (String name : List.of("photo.html", "../../etc/passwd", "a\"b.svg", "", "x".repeat(300))) {
      MultiValueMap<String, Object> form = Scenes.form(Map.of(), PHOTO);
      form.set("file", Scenes.named(name.isEmpty() ? " " : name, PHOTO));
      JsonNode view = Scenes.json(scenes.send(scene.owner(), scene.id(), form).expectStatus().isCreated());
      assertThat(view.path("mediaType").asString()).isEqualTo("image/jpeg");
    }
  }

  @Test
  void aFormHasOneFileAndItsName() {
    var none = Scenes.form(Map.of(), PHOTO);
    none.remove("file");
    refused(none, 422, "#/file");
    var two = Scenes.form(Map.of(), PHOTO);
    two.add("file", Scenes.named("b.jpg", PHOTO));
    refused(two, 400, "#/file");
    var another = Scenes.form(Map.of(), PHOTO);
    another.add("thumbnail", Scenes.named("b.jpg", PHOTO));
    refused(another, 400, "#/thumbnail");
    var asText = Scenes.form(Map.of(), PHOTO);
    asText.set("file", "not a file");
    refused(asText, 400, "#/file");
    var twice = Scenes.form(Map.of(), PHOTO);
    twice.add("kind", "PHOTO");
    refused(twice, 400, "#/kind");
  }

  @Test
  void aFileOfMoreThanTenMegabytesIsRefused() {
    byte[] padded = Samples.joined(PHOTO, new byte[(10 << 20) - PHOTO.length]);
    Scene scene = scenes.intervention();

    scenes.send(scene.owner(), scene.id(), Scenes.form(Map.of(), padded)).expectStatus().isCreated();

    byte[] larger = Samples.joined(padded, new byte[1]);
    scenes.send(scene.owner(), scene.id(), Scenes.form(Map.of(), larger)).expectStatus().isEqualTo(413);
    byte[] muchLarger = new byte[14 << 20];
    scenes.send(scene.owner(), scene.id(), Scenes.form(Map.of(), muchLarger)).expectStatus().isEqualTo(413);
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").size()).isEqualTo(1);
  }

  @Test
  void otherMediaTypesAndVerbsAreRefused() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.owner(), scene, PUBLIC);
    RestTestClient owner = api.as(scene.owner());
    String list = "/api/v1/interventions/" + scene.id() + "/attachments";
    owner.post().uri(list).contentType(MediaType.APPLICATION_JSON).body("{}").exchange().expectStatus().isEqualTo(415);
    owner.post().uri(list).contentType(MediaType.IMAGE_JPEG).body(PHOTO).exchange().expectStatus().isEqualTo(415);
    owner.post().uri(list).contentType(MediaType.APPLICATION_JSON).body(" ".repeat(2 << 20)).exchange().expectStatus().isEqualTo(413);
    owner.put().uri("/api/v1/attachments/" + photo).contentType(MediaType.APPLICATION_JSON).body("{}").exchange().expectStatus().isEqualTo(405);
    owner
        .post()
        .uri("/api/v1/interventions/" + scene.id() + "/comments")
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .body(Scenes.form(Map.of(), PHOTO))
        .exchange()
        .expectStatus()
        .isEqualTo(415);
    owner.get().uri("/api/v1/attachments/{id}/content", photo).accept(MediaType.TEXT_HTML).exchange().expectStatus().isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "cursor=x", "cursor=", "sort=createdAt", "kind=PHOTO"})
  void aPageThatCannotBeIsRefusedAndSaysWhere(String query) {
    Scene scene = scenes.intervention();

    var answer =
        scenes.get(scene.owner(), "/api/v1/interventions/" + scene.id() + "/attachments?" + query);

    answer.expectStatus().isBadRequest();
    assertThat(Scenes.json(answer).path("errors").path(0).path("pointer").asString())
        .isEqualTo("?" + query.substring(0, query.indexOf('=')));
  }

  @Test
  void aForgedCursorIsRefused() {
    Scene scene = scenes.intervention();
    String forged = Cursor.encode("attachments of " + scene.id(), "x");

    scenes
        .get(scene.owner(), "/api/v1/interventions/" + scene.id() + "/attachments?cursor=" + forged)
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void aFieldLeftEmptyIsAsGoodAsNone() {
    Scene scene = scenes.intervention();

    JsonNode view =
        scenes.attach(
            scene.owner(), scene.id(), Map.of("caption", "", "signer", "", "takenAt", ""), PHOTO);

    assertThat(view.path("caption").isNull()).isTrue();
  }

  private JsonNode refused(MultiValueMap<String, Object> form, int status, String pointer) {
    Scene scene = scenes.intervention();
    var answer = scenes.send(scene.owner(), scene.id(), new LinkedMultiValueMap<>(form));
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    JsonNode problem = Scenes.json(answer);
    assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").isEmpty()).isTrue();
    return problem;
  }
}
