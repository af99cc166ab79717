package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Attaching;
import com.accordenergie.comment.attachment.NewAttachment;
import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every internal comment and photo carries a word that stands nowhere else. Then a client drives every
 * route there is, and every byte of every answer, headers and cursors included, is searched for it and
 * for anything else that would tell of such a comment or photo.
 */
@ServiceTest
class CanaryTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Scenes scenes;
  @Autowired Api api;
  @Autowired Commenting commenting;
  @Autowired Attaching attaching;
  @Autowired TestClock clock;
  @Autowired CapturedEvents captured;

  private final List<String> secrets = new ArrayList<>();

  @Test
  void noByteOfAnInternalCommentReachesAClient() {
    Scene scene = scenes.intervention();
    conversation(scene, true);

    for (Caller client : List.of(scene.client(), scene.sameClient(), scene.otherClient())) {
      drive(client, scene);
    }
  }

  @Test
  void aThreadFullOfInternalCommentsReadsAsOneThatNeverHadAny() {
    Scene silent = scenes.intervention();
    Scene busy = scenes.intervention();
    conversation(silent, false);
    conversation(busy, true);

    for (String query : List.of("", "?sort=-createdAt", "?limit=1", "?limit=2&sort=-createdAt")) {
      assertThat(shape(busy, "/comments", query)).as(query).isEqualTo(shape(silent, "/comments", query));
    }
    for (String query : List.of("", "?limit=1", "?limit=2")) {
      assertThat(shape(busy, "/attachments", query)).as(query).isEqualTo(shape(silent, "/attachments", query));
    }
    assertThat(fileNames(busy)).isEqualTo(fileNames(silent)).hasSize(10);
  }

  /** Under which names the pictures are saved, the interventions' references left out. */
  private List<String> fileNames(Scene scene) {
    return scenes
        .thread(scene.client(), scene.id())
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("kind").asString().equals("ATTACHMENT"))
        .map(entry -> scenes.get(scene.client(), "/api/v1/attachments/{id}/content", Scenes.id(entry)))
        .map(answer -> answer.expectBody().returnResult().getResponseHeaders().getFirst("Content-Disposition"))
        .map(name -> name.replace(scene.intervention().reference(), ""))
        .toList();
  }

  @Test
  void theWorldHearsThatAnInternalPhotoExistsButNoWordOfIt() {
    Scene scene = scenes.intervention();
    String canary = "canari" + UUID.randomUUID();
    UUID photo =
        Scenes.id(
            scenes.attach(
                scene.owner(),
                scene.id(),
                Map.of("visibility", INTERNAL, "caption", canary),
                Samples.jpeg(120, 80)));
    scenes.detach(scene.owner(), photo, 1).expectStatus().isNoContent();

    assertThat(captured.awaitSequence(photo, 2))
        .allSatisfy(
            event -> {
              assertThat(event.data().toString()).doesNotContain(canary);
              assertThat(event.data().path("visibility").asString()).isEqualTo("INTERNAL");
            });
  }

  @Test
  void theWorldHearsThatAnInternalCommentExistsButNoWordOfIt() {
    Scene scene = scenes.intervention();
    String canary = "canari" + UUID.randomUUID();
    JsonNode comment = scenes.say(scene.owner(), scene.id(), INTERNAL, canary);
    scenes.patch(scene.owner(), Scenes.id(comment), 1, Map.of("body", canary + " bis")).expectStatus().isOk();
    scenes.delete(scene.owner(), Scenes.id(comment), 2).expectStatus().isNoContent();

    assertThat(captured.awaitSequence(Scenes.id(comment), 3))
        .allSatisfy(
            event -> {
              assertThat(event.data().toString()).doesNotContain(canary);
              assertThat(event.data().path("visibility").asString()).isEqualTo("INTERNAL");
            });
  }

  /** Ten public comments and photos; and, wherever they fit, thirty internal ones of each. */
  private void conversation(Scene scene, boolean withInternal) {
    Instant start = Instant.parse("2026-03-02T08:00:00Z");
    for (int i = 0; i < 10; i++) {
      Caller author = List.of(scene.owner(), scene.technician(), scene.client()).get(i % 3);
      Instant at = start.plusSeconds(60L * i);
      commenting.add(author, scene.id(), PUBLIC, new CommentBody("public " + i), at);
      Instant shown = at.plusSeconds(20);
      attach(author, scene, PUBLIC, "public " + i, shown);
      for (int j = 0; withInternal && j < 3; j++) {
        String canary = "canari" + UUID.randomUUID();
        // Before, at the same instant as, and after the public one.
        UUID internal =
            commenting.add(
                scene.technician(), scene.id(), INTERNAL, new CommentBody(canary), at.plusSeconds(j - 1));
        UUID photo = attach(scene.technician(), scene, INTERNAL, canary, shown.plusSeconds(j - 1));
        secrets.add(canary);
        secrets.add(internal.toString());
        secrets.add(photo.toString());
      }
    }
  }

  private UUID attach(Caller author, Scene scene, Visibility visibility, String caption, Instant at) {
    return attaching.add(
        author,
        scene.id(),
        NewAttachment.photo(visibility, caption, at),
        new ByteArrayResource(Samples.jpeg(12, 8)),
        at);
  }

  private void drive(Caller client, Scene scene) {
    String thread = "/api/v1/interventions/" + scene.id() + "/comments";
    String photos = "/api/v1/interventions/" + scene.id() + "/attachments";
    for (String sort : List.of("createdAt", "-createdAt")) {
      for (int limit : new int[] {1, 3, 100}) {
        String cursor = null;
        do {
          String page =
              searched(client, HttpMethod.GET,
                  thread + "?sort=" + sort + "&limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor), null);
          cursor = nextCursor(page);
        } while (cursor != null);
      }
    }
    for (int limit : new int[] {1, 3, 100}) {
      String cursor = null;
      do {
        String page =
            searched(client, HttpMethod.GET,
                photos + "?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor), null);
        cursor = nextCursor(page);
      } while (cursor != null);
    }
    for (Visibility visibility : Visibility.values()) {
      var answer = scenes.send(client, scene.id(), Scenes.form(Map.of("visibility", visibility), Samples.jpeg(12, 8)));
      search(Scenes.text(answer));
    }
    searched(client, HttpMethod.POST, thread, Map.of("body", "Bonjour", "visibility", "PUBLIC"));
    searched(client, HttpMethod.POST, thread, Map.of("body", "Bonjour", "visibility", "INTERNAL"));
    for (UUID photo : entries(scene, "ATTACHMENT")) {
      String one = "/api/v1/attachments/" + photo;
      for (String path : List.of(one, one + "/content", one + "/thumbnail")) {
        searchedExcept(photo, client, HttpMethod.GET, path, null);
      }
      searchedExcept(photo, client, HttpMethod.DELETE, one, null);
    }
    for (UUID comment : entries(scene, "COMMENT")) {
      String one = "/api/v1/comments/" + comment;
      for (String path : List.of(one, one + "/history")) {
        searchedExcept(comment, client, HttpMethod.GET, path, null);
      }
      searchedExcept(comment, client, HttpMethod.PATCH, one, Map.of("body", "Bonsoir"));
      searchedExcept(comment, client, HttpMethod.DELETE, one, null);
    }
    searched(client, HttpMethod.GET, thread, null);
    searched(client, HttpMethod.GET, photos, null);
    searched(client, HttpMethod.GET, "/v3/api-docs", null);
    searched(client, HttpMethod.GET, "/actuator/metrics", null);
  }

  private @Nullable String nextCursor(String page) {
    String cursor = JSON.readTree(page).path("nextCursor").asStringOpt().orElse(null);
    if (cursor != null) {
      search(new String(Base64.getUrlDecoder().decode(cursor)));
    }
    return cursor;
  }

  private List<UUID> entries(Scene scene, String kind) {
    return scenes
        .thread(scene.admin(), scene.id())
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("kind").asString().equals(kind))
        .map(Scenes::id)
        .toList();
  }

  private String searched(Caller client, HttpMethod method, String path, @Nullable Object body) {
    return searchedExcept(null, client, method, path, body);
  }

  /** The id that the client sent itself may come back in the problem's {@code instance}. */
  private String searchedExcept(
      @Nullable UUID sent, Caller client, HttpMethod method, String path, @Nullable Object body) {
    var request = api.as(client).method(method).uri(path).header("If-Match", "\"1\"");
    if (body != null) {
      request
          .contentType(
              method == HttpMethod.PATCH
                  ? MediaType.valueOf("application/merge-patch+json")
                  : MediaType.APPLICATION_JSON)
          .body(body);
    }
    EntityExchangeResult<String> answer = request.exchange().expectBody(String.class).returnResult();
    String text = String.valueOf(answer.getResponseBody());
    String everything = text + answer.getResponseHeaders();
    search(sent == null ? everything : everything.replace(sent.toString(), ""));
    if (!answer.getStatus().equals(org.springframework.http.HttpStatus.CREATED)
        && !path.equals("/v3/api-docs")) {
      assertThat(text).doesNotContain("\"INTERNAL\"");
    }
    return text;
  }

  private void search(String answer) {
    assertThat(answer).doesNotContain(secrets.toArray(String[]::new));
  }

  /** All pages as the client reads them, with what must differ between two threads made alike. */
  private List<Map<String, Object>> shape(Scene scene, String list, String query) {
    List<Map<String, Object>> pages = new ArrayList<>();
    String cursor = null;
    do {
      String path = "/api/v1/interventions/" + scene.id() + list + query;
      JsonNode page =
          Scenes.json(
              scenes.get(
                  scene.client(),
                  cursor == null ? path : path + (query.isEmpty() ? "?" : "&") + "cursor=" + cursor));
      cursor = page.path("nextCursor").asStringOpt().orElse(null);
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("members", page.propertyNames());
      shape.put("hasNext", cursor != null);
      shape.put("cursorLength", cursor == null ? 0 : cursor.length());
      shape.put(
          "items",
          page.path("items")
              .valueStream()
              .map(
                  item ->
                      item.path("body").asString("")
                          + item.path("caption").asString("")
                          + item.at("/attachment/caption").asString("")
                          + item.path("createdAt")
                          + item.path("version")
                          + item.propertyNames())
              .toList());
      pages.add(shape);
    } while (cursor != null);
    return pages;
  }
}
