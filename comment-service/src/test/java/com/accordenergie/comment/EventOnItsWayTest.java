package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.InterventionServiceDouble.Trouble;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody is faster than the event that would let them in. */
@ServiceTest
class EventOnItsWayTest {

  @Autowired Scenes scenes;
  @Autowired Interventions interventions;
  @Autowired InterventionServiceDouble interventionService;
  @Autowired CapturedEvents captured;

  @AfterEach
  void healthyAgain() {
    interventionService.isIn(Trouble.NONE);
  }

  @Test
  void aCommentPostedRightAfterTheCreationIsTaken() {
    Scene scene = Scene.fresh();
    interventionService.has(scene.intervention());

    scenes.say(scene.owner(), scene.id(), INTERNAL, "Rappeler avant de passer.");

    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").size()).isEqualTo(1);
    assertThat(interventions.find(scene.id())).contains(scene.intervention());
    assertThat(interventionService.askedAbout(scene.id())).isEqualTo(1);
  }

  @Test
  void aClientIsAsFastAsStaffAlthoughTheyAreToldLess() {
    Scene scene = Scene.fresh();
    interventionService.has(scene.intervention());

    JsonNode comment = scenes.say(scene.client(), scene.id(), PUBLIC, "Le code du portail est 12B.");

    UUID id = Scenes.id(comment);
    assertThat(interventions.find(scene.id())).isEmpty();
    scenes.get(scene.client(), "/api/v1/comments/{id}", id).expectStatus().isOk();
    scenes.patch(scene.client(), id, 1, Map.of("body", "Le code est 12C.")).expectStatus().isOk();
    assertThat(captured.awaitSequence(id, 2).getLast().data().path("clientId").asString())
        .isEqualTo(scene.intervention().clientId().toString());

    scenes.tell(Told.CREATED, scene.intervention());
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").path(0).path("body").asString())
        .isEqualTo("Le code est 12C.");
  }

  @Test
  void whatIsStoredIsAnsweredWhateverBecomesOfInterventionServiceMeanwhile() {
    Scene scene = Scene.fresh();
    interventionService.has(scene.intervention());
    scenes.say(scene.client(), scene.id(), PUBLIC, "Le code du portail est 12B.");
    scenes.photo(scene.client(), scene, PUBLIC);

    assertThat(interventionService.askedAbout(scene.id()))
        .as("once for each, to be let in, and not again for the answer")
        .isEqualTo(2);
  }

  @Test
  void aPhotoAttachedRightAfterTheCreationIsTaken() {
    Scene scene = Scene.fresh();
    interventionService.has(scene.intervention());

    UUID photo = scenes.photo(scene.client(), scene, PUBLIC);

    scenes
        .get(scene.client(), "/api/v1/attachments/{id}/content", photo)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Disposition", "inline; filename=\"photo-1.jpg\"");
    scenes.detach(scene.client(), photo, 1).expectStatus().isNoContent();
    assertThat(captured.awaitSequence(photo, 2).getLast().data().path("clientId").asString())
        .isEqualTo(scene.intervention().clientId().toString());
  }

  @Test
  void aTechnicianAssignedASecondAgoIsLetIn() {
    Scene scene = scenes.intervention();
    Intervention now = scene.intervention();
    interventionService.has(
        new Intervention(
            now.id(), now.reference(), now.clientId(), now.ownerId(), scene.otherTechnician().id(),
            "ASSIGNED", now.createdAt(), 2));

    scenes.say(scene.otherTechnician(), scene.id(), INTERNAL, "J'y vais.");

    assertThat(interventions.find(scene.id()).orElseThrow().sequence()).isEqualTo(2);
    scenes.get(scene.technician(), "/api/v1/interventions/{id}/comments", scene.id())
        .expectStatus()
        .isNotFound();
  }

  @Test
  void theLateEventsChangeNothingThatIsNewer() {
    Scene scene = Scene.fresh();
    Intervention created = scene.intervention();
    Intervention handedOver =
        new Intervention(
            created.id(), created.reference(), created.clientId(), scene.colleague().id(),
            created.technicianId(), created.status(), created.createdAt(), 5);
    interventionService.has(handedOver);
    scenes.say(scene.colleague(), scene.id(), INTERNAL, "Je reprends le dossier.");

    scenes.tell(Told.CREATED, created);

    // The one above returns at once, so wait for something that comes after it in the same queue.
    scenes.intervention();
    assertThat(interventions.find(scene.id()).orElseThrow().ownerId())
        .isEqualTo(scene.colleague().id());
  }

  @Test
  void whatTheOtherServiceDoesNotKnowEitherIsNotThere() {
    Scene scene = Scene.fresh();
    for (Caller caller : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      scenes
          .post(caller, scene.id(), Map.of("body", "Bonjour", "visibility", "PUBLIC"))
          .expectStatus()
          .isNotFound();
    }
    interventionService.has(scene.intervention());
    for (Caller stranger : List.of(scene.colleague(), scene.otherTechnician(), scene.otherClient())) {
      scenes
          .post(stranger, scene.id(), Map.of("body", "Bonjour", "visibility", "PUBLIC"))
          .expectStatus()
          .isNotFound();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whenNobodyCanTellTheCommentIsRefusedForNowAndGoesThroughLater(Trouble trouble) {
    Scene known = scenes.intervention();
    Scene scene = Scene.fresh();
    interventionService.has(scene.intervention());
    interventionService.isIn(trouble);
    Map<String, Object> comment = Map.of("body", "Bonjour", "visibility", "PUBLIC");

    long start = System.nanoTime();
    var refused = scenes.post(scene.owner(), scene.id(), comment);
    refused
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectHeader()
        .contentTypeCompatibleWith("application/problem+json");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3500));
    scenes.say(known.owner(), known.id(), PUBLIC, "Ceux que l'on connaît ne remarquent rien.");

    interventionService.isIn(Trouble.NONE);
    scenes.post(scene.owner(), scene.id(), comment).expectStatus().isCreated();
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").size()).isEqualTo(1);
  }

  @Test
  void whatIsKnownIsNotAskedFor() {
    Scene scene = scenes.intervention();
    for (Caller caller : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      scenes.comment(caller, scene, PUBLIC);
      scenes.thread(caller, scene.id());
    }
    assertThat(interventionService.askedAbout(scene.id())).isZero();
  }
}
