package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Whatever is sent: a 4xx that says where, and nothing has changed. */
@ServiceTest
class BadInputTest {

  private static final String MERGE_PATCH = "application/merge-patch+json";

  @Autowired Scenes scenes;
  @Autowired Api api;

  static Stream<Arguments> comments() {
    return Stream.of(
        Arguments.of("", 400, "#"),
        Arguments.of("null", 400, "#"),
        Arguments.of("[]", 400, "#"),
        Arguments.of("\"Bonjour\"", 400, "#"),
        Arguments.of("{", 400, "#"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"PUBLIC\"} trailing", 400, "#"),
        Arguments.of("{\"body\": \"a\", \"body\": \"b\", \"visibility\": \"PUBLIC\"}", 400, "#"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"PUBLIC\", \"authorId\": \"x\"}", 400, "#/authorId"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"PUBLIC\", \"createdAt\": \"2020-01-01T00:00:00Z\"}", 400, "#/createdAt"),
        Arguments.of("{\"body\": 12, \"visibility\": \"PUBLIC\"}", 400, "#/body"),
        Arguments.of("{\"body\": [\"a\"], \"visibility\": \"PUBLIC\"}", 400, "#/body"),
        Arguments.of("{\"body\": true, \"visibility\": \"PUBLIC\"}", 400, "#/body"),
        Arguments.of("{\"body\": \"a\\u0000b\", \"visibility\": \"PUBLIC\"}", 400, "#/body"),
        Arguments.of("{\"body\": \"a\\u0007b\", \"visibility\": \"PUBLIC\"}", 400, "#/body"),
        Arguments.of("{\"body\": \"a\\ud83d\", \"visibility\": \"PUBLIC\"}", 400, "#/body"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"SECRET\"}", 400, "#/visibility"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"public\"}", 400, "#/visibility"),
        Arguments.of("{\"body\": \"a\", \"visibility\": 0}", 400, "#/visibility"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"PUBLIC\", \"writtenAt\": \"hier\"}", 400, "#/writtenAt"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"PUBLIC\", \"writtenAt\": \"2100-01-01T00:00:00Z\"}", 422, "#/writtenAt"),
        Arguments.of("{\"body\": \"a\", \"visibility\": \"PUBLIC\", \"writtenAt\": \"2020-01-01T00:00:00Z\"}", 422, "#/writtenAt"),
        Arguments.of("{\"body\": \"a\"}", 422, "#/visibility"),
        Arguments.of("{\"body\": \"a\", \"visibility\": null}", 422, "#/visibility"),
        Arguments.of("{\"visibility\": \"PUBLIC\"}", 422, "#/body"),
        Arguments.of("{\"body\": null, \"visibility\": \"PUBLIC\"}", 422, "#/body"),
        Arguments.of("{\"body\": \"\", \"visibility\": \"PUBLIC\"}", 422, "#/body"),
        Arguments.of("{\"body\": \" \\n\\t \", \"visibility\": \"PUBLIC\"}", 422, "#/body"),
        Arguments.of("{\"body\": \"\\u00a0\\u2003\", \"visibility\": \"PUBLIC\"}", 422, "#/body"),
        Arguments.of("{\"body\": \"" + "é".repeat(4001) + "\", \"visibility\": \"PUBLIC\"}", 422, "#/body"));
  }

  @ParameterizedTest(name = "[{index}] {1} at {2}")
  @MethodSource("comments")
  void aCommentThatCannotBeIsRefusedAndSaysWhere(String body, int status, String pointer) {
    Scene scene = scenes.intervention();

    var answer = send(scene.owner(), HttpMethod.POST, thread(scene), "application/json", body);

    refused(answer, status, pointer);
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").isEmpty()).isTrue();
  }

  static Stream<Arguments> patches() {
    return Stream.of(
        Arguments.of("", 400, "#"),
        Arguments.of("null", 400, "#"),
        Arguments.of("[]", 400, "#"),
        Arguments.of("{\"visibility\": \"PUBLIC\"}", 400, "#/visibility"),
        Arguments.of("{\"removed\": true}", 400, "#/removed"),
        Arguments.of("{\"body\": {}}", 400, "#/body"),
        Arguments.of("{\"body\": 1.5}", 400, "#/body"),
        Arguments.of("{\"body\": \"\\u0000\"}", 400, "#/body"),
        Arguments.of("{\"body\": null}", 422, "#/body"),
        Arguments.of("{\"body\": \"  \"}", 422, "#/body"),
        Arguments.of("{\"body\": \"" + "x".repeat(4001) + "\"}", 422, "#/body"));
  }

  @ParameterizedTest(name = "[{index}] {1} at {2}")
  @MethodSource("patches")
  void anEditThatCannotBeIsRefusedAndSaysWhere(String body, int status, String pointer) {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);

    var answer = send(scene.owner(), HttpMethod.PATCH, "/api/v1/comments/" + comment, MERGE_PATCH, body);

    refused(answer, status, pointer);
    unchanged(scene, comment);
  }

  @Test
  void theLargestCommentIsTakenAndReadBackToTheByte() {
    Scene scene = scenes.intervention();
    String body = ("L'été à Nîmes 🔥\r\n\t\"<b>'; drop table comment; -- {reason} \\ " + "é".repeat(4000)).substring(0, 4000);

    JsonNode comment = scenes.say(scene.client(), scene.id(), PUBLIC, body);

    assertThat(comment.path("body").asString()).isEqualTo(body);
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").path(0).path("body").asString())
        .isEqualTo(body);
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() {
    Scene scene = scenes.intervention();
    String body = "{\"visibility\": \"PUBLIC\", \"body\": \"" + "x".repeat(10_000_000) + "\"}";

    send(scene.owner(), HttpMethod.POST, thread(scene), "application/json", body)
        .expectStatus()
        .isEqualTo(413);
  }

  @Test
  void otherMediaTypesAndVerbsAreRefused() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    String one = "/api/v1/comments/" + comment;
    String patch = "{\"body\": \"Bonsoir\"}";
    send(scene.owner(), HttpMethod.PATCH, one, "application/json", patch).expectStatus().isEqualTo(415);
    send(scene.owner(), HttpMethod.POST, thread(scene), "text/plain", "Bonjour").expectStatus().isEqualTo(415);
    send(scene.owner(), HttpMethod.PUT, one, "application/json", patch).expectStatus().isEqualTo(405);
    send(scene.owner(), HttpMethod.DELETE, thread(scene), "application/json", "{}").expectStatus().isEqualTo(405);
    unchanged(scene, comment);
  }

  @Test
  void aChangeNeedsTheVersionItBuildsOn() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    RestTestClient owner = api.as(scene.owner());
    for (HttpMethod verb : List.of(HttpMethod.PATCH, HttpMethod.DELETE)) {
      assertThat(ifMatch(owner, verb, comment, null)).isEqualTo(428);
      assertThat(ifMatch(owner, verb, comment, "1")).isEqualTo(400);
      assertThat(ifMatch(owner, verb, comment, "\"")).isEqualTo(400);
      assertThat(ifMatch(owner, verb, comment, "\"0\"")).isEqualTo(412);
      assertThat(ifMatch(owner, verb, comment, "\"2\"")).isEqualTo(412);
      assertThat(ifMatch(owner, verb, comment, "W/\"1\"")).isEqualTo(412);
      assertThat(ifMatch(owner, verb, comment, "\"99999999999999999999\"")).isEqualTo(412);
    }
    unchanged(scene, comment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sort=body", "sort=createdAt,id", "sort=", "sort=createdAt;drop", "limit=0", "limit=101", "limit=-1", "limit=x", "limit=", "limit=1e1", "cursor=", "cursor=x", "cursor=%00", "cursor=%F0%9F%94%A5"})
  void aPageThatCannotBeIsRefusedAndSaysWhere(String query) {
    Scene scene = scenes.intervention();

    var answer = scenes.get(scene.owner(), thread(scene) + "?" + query);

    refused(answer, 400, "?" + query.substring(0, query.indexOf('=')));
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    Scene scene = scenes.intervention();
    Scene other = scenes.intervention();
    scenes.comment(scene.owner(), scene, PUBLIC);
    scenes.comment(scene.owner(), scene, PUBLIC);
    String cursor =
        Scenes.json(scenes.get(scene.owner(), thread(scene) + "?limit=1")).path("nextCursor").asString();

    scenes.get(scene.owner(), thread(scene) + "?cursor=" + cursor).expectStatus().isOk();
    refused(scenes.get(scene.owner(), thread(scene) + "?sort=-createdAt&cursor=" + cursor), 400, "?cursor");
    refused(scenes.get(other.owner(), thread(other) + "?cursor=" + cursor), 400, "?cursor");
  }

  @Test
  void aForgedCursorIsRefused() {
    Scene scene = scenes.intervention();
    String context = "comments of " + scene.id() + " by createdAt";
    List<String> forged =
        List.of(
            Cursor.encode(context, "x", UUID.randomUUID()),
            Cursor.encode(context, "2026-11-24T00:00:00Z"),
            Cursor.encode(context, "2026-11-24T00:00:00Z", "x"),
            Cursor.encode(context, "+999999999-12-31T23:59:59Z", UUID.randomUUID()),
            Cursor.encode(context, "-999999999-01-01T00:00:00Z", UUID.randomUUID()),
            Base64.getUrlEncoder().encodeToString(new byte[] {0, 1, 2, -1}));
    for (String cursor : forged) {
      refused(scenes.get(scene.owner(), thread(scene) + "?cursor=" + cursor), 400, "?cursor");
    }
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    String history = "/api/v1/comments/" + comment + "/history?cursor=";
    for (String value : List.of("x", "", "1.5", "99999999999999999999")) {
      refused(
          scenes.get(scene.owner(), history + Cursor.encode("history of comment " + comment, value)),
          400,
          "?cursor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "x", "00000000-0000-0000-0000-00000000000", "%00", "..%2f..", "null", "'or'1'='1"})
  void anIdThatIsNoneIsRefused(String id) {
    Caller admin = Scene.fresh().admin();
    for (String path : List.of("/api/v1/interventions/" + id + "/comments", "/api/v1/comments/" + id, "/api/v1/comments/" + id + "/history")) {
      int status =
          api.as(admin).get().uri(URI.create(api.url() + path.replace("'", "%27"))).exchange().expectBody().returnResult().getStatus().value();
      assertThat(status).as(path).isBetween(400, 404);
    }
  }

  private RestTestClient.ResponseSpec send(
      Caller caller, HttpMethod verb, String path, String mediaType, String body) {
    return api.as(caller)
        .method(verb)
        .uri(path)
        .header("If-Match", "\"1\"")
        .contentType(MediaType.valueOf(mediaType))
        .body(body)
        .exchange();
  }

  private static int ifMatch(RestTestClient client, HttpMethod verb, UUID comment, @org.jspecify.annotations.Nullable String header) {
    var request = client.method(verb).uri("/api/v1/comments/{id}", comment);
    if (header != null) {
      request.header("If-Match", header);
    }
    if (verb == HttpMethod.PATCH) {
      request.contentType(MediaType.valueOf(MERGE_PATCH)).body("{\"body\": \"Bonsoir\"}");
    }
    return request.exchange().expectBody().returnResult().getStatus().value();
  }

  private static void refused(RestTestClient.ResponseSpec answer, int status, String pointer) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    JsonNode problem = Scenes.json(answer);
    assertThat(problem.path("type").asString()).startsWith("urn:accord:problem:");
    assertThat(problem.path("errors").valueStream().map(error -> error.path("pointer").asString()))
        .as(problem.toString())
        .contains(pointer);
  }

  private void unchanged(Scene scene, UUID comment) {
    scenes
        .get(scene.owner(), "/api/v1/comments/{id}", comment)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("ETag", "\"1\"");
  }

  private static String thread(Scene scene) {
    return "/api/v1/interventions/" + scene.id() + "/comments";
  }
}
