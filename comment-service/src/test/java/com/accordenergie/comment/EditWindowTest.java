package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A quarter of an hour to think again; what was said is kept. */
@ServiceTest
class EditWindowTest {

  @Autowired Scenes scenes;
  @Autowired TestClock clock;
  @Autowired CapturedEvents captured;

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void theAuthorCorrectsACommentAndEverybodyReadsTheCorrection() {
    Scene scene = scenes.intervention();
    UUID comment = Scenes.id(scenes.say(scene.technician(), scene.id(), PUBLIC, "Arivée à 14h"));
    clock.advance(Duration.ofMinutes(5));

    var answer =
        scenes
            .patch(scene.technician(), comment, 1, Map.of("body", "Arrivée à 14 h"))
            .expectStatus()
            .isOk()
            .expectHeader()
            .valueEquals("ETag", "\"2\"");

    assertThat(Scenes.json(answer).path("body").asString()).isEqualTo("Arrivée à 14 h");
    JsonNode seen = scenes.thread(scene.client(), scene.id()).path("items").path(0);
    assertThat(seen.path("body").asString()).isEqualTo("Arrivée à 14 h");
    assertThat(seen.path("changedAt")).isNotEqualTo(seen.path("createdAt"));
    assertThat(seen.path("changeableUntil").isNull()).isTrue();
  }

  @Test
  void aQuarterOfAnHourLaterItStands() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.client(), scene, PUBLIC);
    clock.advance(Duration.ofMinutes(14).plusSeconds(50));
    scenes.patch(scene.client(), comment, 1, Map.of("body", "À temps")).expectStatus().isOk();
    clock.advance(Duration.ofSeconds(11));

    var late = scenes.patch(scene.client(), comment, 2, Map.of("body", "Trop tard"));
    late.expectStatus().isForbidden();
    assertThat(Scenes.json(late).path("type").asString())
        .isEqualTo("urn:accord:problem:comment-window-over");
    scenes.delete(scene.client(), comment, 2).expectStatus().isForbidden();

    JsonNode read = Scenes.json(scenes.get(scene.client(), "/api/v1/comments/{id}", comment));
    assertThat(read.path("body").asString()).isEqualTo("À temps");
    assertThat(read.path("changeableUntil").isNull()).isTrue();
    assertThat(read.path("version").asLong()).isEqualTo(2);
  }

  @Test
  void aCommentTakenBackLeavesATombstoneWithoutItsWords() {
    Scene scene = scenes.intervention();
    String words = "Appelez " + UUID.randomUUID();
    UUID comment = Scenes.id(scenes.say(scene.owner(), scene.id(), PUBLIC, words));

    scenes
        .delete(scene.owner(), comment, 1)
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("ETag", "\"2\"");

    for (var reader : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      JsonNode thread = scenes.thread(reader, scene.id());
      assertThat(thread.toString()).doesNotContain(words);
      JsonNode tombstone = thread.path("items").path(0);
      assertThat(Scenes.id(tombstone)).isEqualTo(comment);
      assertThat(tombstone.path("removed").asBoolean()).isTrue();
      assertThat(tombstone.path("body").isNull()).isTrue();
      assertThat(tombstone.path("changeableUntil").isNull()).isTrue();
      assertThat(Scenes.json(scenes.get(reader, "/api/v1/comments/{id}", comment)))
          .isEqualTo(tombstone);
    }
  }

  @Test
  void anInternalTombstoneIsAsInvisibleToAClientAsTheCommentWas() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, INTERNAL);
    scenes.delete(scene.owner(), comment, 1).expectStatus().isNoContent();

    assertThat(scenes.thread(scene.client(), scene.id()).path("items").isEmpty()).isTrue();
    scenes.get(scene.client(), "/api/v1/comments/{id}", comment).expectStatus().isNotFound();
  }

  @Test
  void whatWasTakenBackCanNeitherBeChangedNorTakenBackAgain() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    scenes.delete(scene.owner(), comment, 1).expectStatus().isNoContent();

    var edited = scenes.patch(scene.owner(), comment, 2, Map.of("body", "Me revoilà"));
    edited.expectStatus().isEqualTo(409);
    assertThat(Scenes.json(edited).path("type").asString())
        .isEqualTo("urn:accord:problem:comment-removed");
    scenes.delete(scene.owner(), comment, 2).expectStatus().isEqualTo(409);
    scenes.delete(scene.owner(), comment, 1).expectStatus().isEqualTo(412);
  }

  @Test
  void theHistoryKeepsEveryWordForTheAuthorAndTheAdmin() {
    Scene scene = scenes.intervention();
    UUID comment = Scenes.id(scenes.say(scene.client(), scene.id(), PUBLIC, "un"));
    scenes.patch(scene.client(), comment, 1, Map.of("body", "deux")).expectStatus().isOk();
    scenes.patch(scene.client(), comment, 2, Map.of("body", "trois")).expectStatus().isOk();
    scenes.delete(scene.client(), comment, 3).expectStatus().isNoContent();

    for (var reader : List.of(scene.client(), scene.admin())) {
      JsonNode history =
          Scenes.json(scenes.get(reader, "/api/v1/comments/{id}/history", comment).expectStatus().isOk());
      assertThat(history.path("items").valueStream().map(EditWindowTest::step).toList())
          .containsExactly("1 ADDED un", "2 EDITED deux", "3 EDITED trois", "4 REMOVED null");
      assertThat(pagewise(reader, comment)).isEqualTo(history.path("items").valueStream().toList());
    }
    scenes.get(scene.owner(), "/api/v1/comments/{id}/history", comment).expectStatus().isForbidden();
  }

  @Test
  void sayingTheSameAgainChangesNothingAndTellsNobody() {
    Scene scene = scenes.intervention();
    UUID comment = Scenes.id(scenes.say(scene.owner(), scene.id(), PUBLIC, "Bonjour"));

    for (Map<String, Object> patch : List.of(Map.<String, Object>of("body", "Bonjour"), Map.<String, Object>of())) {
      scenes
          .patch(scene.owner(), comment, 1, patch)
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("ETag", "\"1\"");
    }

    scenes.patch(scene.owner(), comment, 1, Map.of("body", "Bonsoir")).expectStatus().isOk();
    assertThat(captured.awaitSequence(comment, 2)).hasSize(2);
  }

  @Test
  void everyVersionIsToldToTheWorldOnceAndInOrder() {
    Scene scene = scenes.intervention();
    UUID comment = Scenes.id(scenes.say(scene.technician(), scene.id(), PUBLIC, "un"));
    scenes.patch(scene.technician(), comment, 1, Map.of("body", "deux")).expectStatus().isOk();
    scenes.delete(scene.technician(), comment, 2).expectStatus().isNoContent();

    List<CapturedEvent> events = captured.awaitSequence(comment, 3);

    assertThat(events)
        .extracting(CapturedEvent::routingKey)
        .containsExactly("comment.added", "comment.edited", "comment.removed");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.subject()).isEqualTo(scene.id());
              assertThat(event.data().path("interventionId").asString()).isEqualTo(scene.id().toString());
              assertThat(event.data().path("clientId").asString())
                  .isEqualTo(scene.intervention().clientId().toString());
              assertThat(event.data().path("authorRole").asString()).isEqualTo("TECHNICIAN");
            });
    assertThat(events.stream().map(event -> event.data().path("body").asStringOpt().orElse("-")))
        .containsExactly("un", "deux", "-");
  }

  private List<JsonNode> pagewise(com.accordenergie.platform.identity.Caller reader, UUID comment) {
    List<JsonNode> items = new java.util.ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          Scenes.json(
              scenes.get(reader, "/api/v1/comments/{id}/history?limit=1" + cursor, comment));
      items.addAll(page.path("items").valueStream().toList());
      cursor = page.path("nextCursor").asStringOpt().map(next -> "&cursor=" + next).orElse("");
    } while (!cursor.isEmpty());
    return items;
  }

  private static String step(JsonNode item) {
    return item.path("version").asLong()
        + " "
        + item.path("action").asString()
        + " "
        + item.path("body").asStringOpt().orElse(null);
  }
}
