package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A quarter of an hour to take a picture away again. */
@ServiceTest
class AttachmentRemovalTest {

  @Autowired Scenes scenes;
  @Autowired TestClock clock;
  @Autowired CapturedEvents captured;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void aRemovedPictureIsGoneForEverybodyAndTheThreadSaysThatItWasThere() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.technician(), scene, PUBLIC);

    scenes
        .detach(scene.technician(), photo, 1)
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("ETag", "\"2\"");

    for (Caller reader : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      for (String part : List.of("", "/content", "/thumbnail")) {
        scenes
            .get(reader, "/api/v1/attachments/" + photo + part)
            .expectStatus()
            .isNotFound();
      }
      assertThat(Scenes.text(scenes.get(reader, "/api/v1/interventions/{id}/attachments", scene.id())))
          .doesNotContain(photo.toString());
      JsonNode tombstone = scenes.thread(reader, scene.id()).path("items").path(0);
      assertThat(Scenes.id(tombstone)).isEqualTo(photo);
      assertThat(tombstone.path("kind").asString()).isEqualTo("ATTACHMENT");
      assertThat(tombstone.path("removed").asBoolean()).isTrue();
      assertThat(tombstone.path("attachment").isNull()).isTrue();
      assertThat(tombstone.path("author").path("role").asString()).isEqualTo("TECHNICIAN");
    }
    scenes.detach(scene.technician(), photo, 2).expectStatus().isNotFound();
  }

  @Test
  void nothingOfThePictureIsKept() {
    Scene scene = scenes.intervention();
    UUID signature = scenes.signature(scene.technician(), scene);

    scenes.detach(scene.technician(), signature, 1).expectStatus().isNoContent();

    assertThat(
            jdbc.sql("select count(*) from attachment_content where attachment_id = ?")
                .param(Columns.of(signature))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select signer from attachment where id = ?")
                .param(Columns.of(signature))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single())
        .isEqualTo("null");
  }

  @Test
  void anInternalTombstoneIsAsInvisibleToAClientAsThePhotoWas() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.owner(), scene, INTERNAL);
    scenes.detach(scene.owner(), photo, 1).expectStatus().isNoContent();

    assertThat(scenes.thread(scene.client(), scene.id()).path("items").isEmpty()).isTrue();
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").size()).isEqualTo(1);
  }

  @Test
  void aQuarterOfAnHourLaterItStands() {
    Scene scene = scenes.intervention();
    UUID early = scenes.photo(scene.client(), scene, PUBLIC);
    UUID late = scenes.photo(scene.client(), scene, PUBLIC);
    clock.advance(Duration.ofMinutes(14).plusSeconds(50));
    scenes.detach(scene.client(), early, 1).expectStatus().isNoContent();
    clock.advance(Duration.ofSeconds(11));

    var refused = scenes.detach(scene.client(), late, 1);

    refused.expectStatus().isForbidden();
    assertThat(Scenes.json(refused).path("type").asString())
        .isEqualTo("urn:accord:problem:attachment-window-over");
    JsonNode seen = Scenes.json(scenes.get(scene.client(), "/api/v1/attachments/{id}", late));
    assertThat(seen.path("removableUntil").isNull()).isTrue();
  }

  @Test
  void theWorldIsToldThatItIsGoneAndNothingElse() {
    Scene scene = scenes.intervention();
    UUID signature = scenes.signature(scene.technician(), scene);
    scenes.detach(scene.technician(), signature, 1).expectStatus().isNoContent();

    List<CapturedEvent> events = captured.awaitSequence(signature, 2);

    assertThat(events)
        .extracting(CapturedEvent::routingKey)
        .containsExactly("attachment.added", "attachment.removed");
    assertThat(events.getLast().data().propertyNames())
        .doesNotContain("caption", "signer", "takenAt", "mediaType", "size");
  }

  @Test
  void whatIsRemovedNeedsTheVersionThatWasRead() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.owner(), scene, PUBLIC);

    scenes.detach(scene.owner(), photo, 2).expectStatus().isEqualTo(412);
    scenes.get(scene.owner(), "/api/v1/attachments/{id}", photo).expectStatus().isOk();
  }
}
