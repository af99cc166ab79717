package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A comment that a device without network could only send hours later. */
@ServiceTest
class WrittenBeforeTest {

  @Autowired Scenes scenes;
  @Autowired TestClock clock;
  @Autowired CapturedEvents captured;

  @Test
  void tellsItsReadersWhenItWasWrittenAndStandsWhereItCame() {
    Scene scene = scenes.intervention();
    scenes.say(scene.owner(), scene.id(), PUBLIC, "Le client rappelle");
    Instant written = written();

    JsonNode late = sendLate(scene, written);
    scenes.say(scene.client(), scene.id(), PUBLIC, "Merci");

    assertThat(time(late, "writtenAt")).isEqualTo(written);
    assertThat(time(late, "changeableUntil"))
        .isEqualTo(time(late, "createdAt").plus(Duration.ofMinutes(15)))
        .isAfter(clock.instant());
    for (var reader : List.of(scene.owner(), scene.client())) {
      JsonNode thread = scenes.thread(reader, scene.id()).path("items");
      assertThat(thread.valueStream().map(entry -> entry.path("body").asString()))
          .containsExactly("Le client rappelle", "Pompe grippée", "Merci");
      assertThat(time(thread.path(1), "writtenAt")).isEqualTo(written);
      assertThat(thread.path(0).path("writtenAt").isNull()).isTrue();
      assertThat(
              Scenes.json(scenes.get(reader, "/api/v1/comments/{id}", Scenes.id(late)))
                  .path("writtenAt"))
          .isEqualTo(thread.path(1).path("writtenAt"));
    }
  }

  @Test
  void tellsTheWorldToo() {
    Scene scene = scenes.intervention();
    Instant written = written();

    JsonNode late = sendLate(scene, written);
    JsonNode now = scenes.say(scene.technician(), scene.id(), PUBLIC, "Je repars");

    assertThat(time(captured.awaitSequence(Scenes.id(late), 1).getFirst().data(), "writtenAt"))
        .isEqualTo(written);
    assertThat(captured.awaitSequence(Scenes.id(now), 1).getFirst().data().has("writtenAt")).isFalse();
  }

  @Test
  void keepsItsTimeWhenItIsCorrected() {
    Scene scene = scenes.intervention();
    Instant written = written();
    JsonNode late = sendLate(scene, written);

    JsonNode corrected =
        Scenes.json(
            scenes
                .patch(scene.technician(), Scenes.id(late), 1, Map.of("body", "Pompe bloquée"))
                .expectStatus()
                .isOk());

    assertThat(time(corrected, "writtenAt")).isEqualTo(written);
  }

  @Test
  void isTakenOfATechnicianWhoseWorkSomebodyElseHasByNow() {
    Scene scene = Scene.fresh();
    Intervention theirs = scene.intervention();
    Instant written = written();
    tell(theirs, written.minus(Duration.ofHours(2)));
    Instant taken = written.plus(Duration.ofHours(2));
    tell(
        new Intervention(
            theirs.id(), theirs.reference(), theirs.clientId(), theirs.ownerId(),
            scene.otherTechnician().id(), "ASSIGNED", theirs.createdAt(), 2),
        taken);

    JsonNode late = sendLate(scene, written);
    scenes.attach(
        scene.technician(),
        scene.id(),
        Map.of("visibility", PUBLIC, "takenAt", written.toString()),
        Samples.jpeg(120, 80));

    assertThat(time(late, "writtenAt")).isEqualTo(written);
    assertThat(scenes.thread(scene.client(), scene.id()).path("items").valueStream())
        .extracting(entry -> entry.path("kind").asString())
        .containsExactly("COMMENT", "ATTACHMENT");
    assertThat(captured.awaitSequence(Scenes.id(late), 1).getFirst().data().path("clientId").asString())
        .isEqualTo(theirs.clientId().toString());
    scenes
        .get(scene.technician(), "/api/v1/interventions/{id}/comments", scene.id())
        .expectStatus()
        .isNotFound();
    for (Instant when :
        new Instant[] {null, written.minus(Duration.ofHours(3)), taken.plus(Duration.ofMinutes(1))}) {
      scenes
          .post(scene.technician(), scene.id(), new NewComment("Pompe grippée", PUBLIC, when))
          .expectStatus()
          .isNotFound();
    }
    scenes
        .post(
            Caller.technician(UUID.randomUUID()),
            scene.id(),
            new NewComment("Pompe grippée", PUBLIC, written))
        .expectStatus()
        .isNotFound();
  }

  private void tell(Intervention after, Instant at) {
    Map<String, Object> data = Told.snapshot(after);
    data.put("changedAt", at);
    scenes.tell(after.sequence() == 1 ? Told.CREATED : Told.ASSIGNED, after, data);
  }

  private Instant written() {
    return clock.instant().minus(Duration.ofHours(4)).truncatedTo(ChronoUnit.MILLIS);
  }

  private JsonNode sendLate(Scene scene, Instant written) {
    return Scenes.json(
        scenes
            .post(
                scene.technician(),
                scene.id(),
                new NewComment("Pompe grippée", PUBLIC, written))
            .expectStatus()
            .isCreated());
  }

  private static Instant time(JsonNode node, String member) {
    return Instant.parse(node.path(member).asString());
  }
}
