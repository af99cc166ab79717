package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One time line of what was said and what happened. */
@ServiceTest
class ThreadTest {

  @Autowired Scenes scenes;
  @Autowired PublishedEvents events;
  @Autowired Commenting commenting;
  @Autowired TestClock clock;

  @Test
  void aCommentIsAnsweredWithItsAddressAndItsVersion() {
    Scene scene = scenes.intervention();

    var answer =
        scenes
            .post(
                scene.owner(),
                scene.id(),
                new NewComment("Le client préfère le matin.\nCode portail : 12B", INTERNAL, null))
            .expectStatus()
            .isCreated()
            .expectHeader()
            .valueEquals("ETag", "\"1\"");
    JsonNode comment = Scenes.json(answer);

    answer.expectHeader().valueEquals("Location", "/api/v1/comments/" + Scenes.id(comment));
    assertThat(comment.path("kind").asString()).isEqualTo("COMMENT");
    assertThat(comment.path("body").asString())
        .isEqualTo("Le client préfère le matin.\nCode portail : 12B");
    assertThat(comment.path("visibility").asString()).isEqualTo("INTERNAL");
    assertThat(comment.path("interventionId").asString()).isEqualTo(scene.id().toString());
    assertThat(comment.path("author").path("id").asString())
        .isEqualTo(scene.owner().id().toString());
    assertThat(comment.path("author").path("role").asString()).isEqualTo("DISPATCHER");
    assertThat(comment.path("mine").asBoolean()).isTrue();
    assertThat(Scenes.id(comment).version()).isEqualTo(7);
    assertThat(Instant.parse(comment.path("changeableUntil").asString()))
        .isEqualTo(
            Instant.parse(comment.path("createdAt").asString()).plusSeconds(15 * 60));

    var read = scenes.get(scene.owner(), "/api/v1/comments/{id}", Scenes.id(comment));
    read.expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
    assertThat(Scenes.json(read)).isEqualTo(comment);
  }

  @Test
  void commentsAndStatusChangesStandInTheOrderOfTheirTimes() {
    Scene scene = scenes.intervention();
    Instant start = clock.instant().minusSeconds(3600);
    comment(scene, scene.owner(), PUBLIC, "premier", start);
    statusChange(scene, 2, start.plusSeconds(60));
    comment(scene, scene.technician(), INTERNAL, "deuxième", start.plusSeconds(120));
    statusChange(scene, 3, start.plusSeconds(180));
    comment(scene, scene.client(), PUBLIC, "troisième", start.plusSeconds(240));

    assertThat(said(scenes.thread(scene.owner(), scene.id())))
        .containsExactly("premier", "v2", "deuxième", "v3", "troisième");
    assertThat(said(scenes.thread(scene.client(), scene.id())))
        .containsExactly("premier", "v2 client", "v3 client", "troisième");
  }

  @Test
  void pagesFollowOneAnotherInBothDirectionsWithoutGapOrRepetitionEvenAtOneInstant() {
    Scene scene = scenes.intervention();
    Instant start = clock.instant().minusSeconds(3600);
    for (int i = 0; i < 23; i++) {
      // Five at a time share an instant.
      comment(scene, scene.owner(), i % 3 == 0 ? INTERNAL : PUBLIC, "n" + i, start.plusSeconds(i / 5));
    }
    List<UUID> oldestFirst = ids(scenes.thread(scene.owner(), scene.id()));
    List<UUID> publicOnes = ids(scenes.thread(scene.client(), scene.id()));

    assertThat(oldestFirst).hasSize(23);
    assertThat(publicOnes).hasSize(15);
    assertThat(oldestFirst).containsSubsequence(publicOnes);
    for (int limit : new int[] {1, 4, 5, 22, 23}) {
      assertThat(walk(scene.owner(), scene.id(), "createdAt", limit)).isEqualTo(oldestFirst);
      assertThat(walk(scene.owner(), scene.id(), "-createdAt", limit))
          .isEqualTo(reversed(oldestFirst));
      assertThat(walk(scene.client(), scene.id(), "createdAt", limit)).isEqualTo(publicOnes);
      assertThat(walk(scene.client(), scene.id(), "-createdAt", limit))
          .isEqualTo(reversed(publicOnes));
    }
  }

  @Test
  void whatIsAddedWhileReadingNeitherShiftsNorRepeatsAPage() {
    Scene scene = scenes.intervention();
    for (int i = 0; i < 4; i++) {
      scenes.comment(scene.owner(), scene, PUBLIC);
    }
    JsonNode first = page(scene.owner(), scene.id(), "-createdAt", 2, null);
    scenes.comment(scene.owner(), scene, PUBLIC);

    JsonNode second =
        page(scene.owner(), scene.id(), "-createdAt", 2, first.path("nextCursor").asString());

    assertThat(ids(second)).hasSize(2).doesNotContainAnyElementsOf(ids(first));
    assertThat(second.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void aThreadInWhichNothingWasSaidIsEmpty() {
    Scene scene = scenes.intervention();

    JsonNode thread = scenes.thread(scene.client(), scene.id());

    assertThat(thread.path("items").isEmpty()).isTrue();
    assertThat(thread.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void namesComeFromThePeopleAndFollowThem() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.technician(), scene, PUBLIC);
    UUID technician = scene.technician().id();

    events.publish(
        Told.USER_CREATED, technician, 1, Told.user(technician, "Karim Benali", "TECHNICIAN"));
    awaitName(scene, comment, "Karim Benali");
    events.publish(
        Told.USER_UPDATED, technician, 2, Told.user(technician, "Karim B.", "TECHNICIAN"));
    awaitName(scene, comment, "Karim B.");
    events.publish(Told.USER_ERASED, technician, 3, java.util.Map.of("id", technician));
    awaitName(scene, comment, null);
  }

  @Test
  void aStatusChangeReadsForAClientInTheirWordsAndWithTheReasonOnlyWhereTheLabelMakesRoom() {
    Scene scene = scenes.intervention();
    Instant at = clock.instant();
    var inProgress = Told.status("IN_PROGRESS", "En cours", "Intervention en cours");
    var onHold = Told.status("ON_HOLD", "En attente", "En attente : {reason}");
    scenes.tell(
        Told.STATUS_CHANGED,
        later(scene, 2),
        Told.statusChange(
            later(scene, 2),
            scene.technician().id(),
            "TECHNICIAN",
            at,
            Told.transition(inProgress, onHold, "pièce commandée", "pièce commandée")));
    scenes.tell(
        Told.STATUS_CHANGED,
        later(scene, 3),
        Told.statusChange(
            later(scene, 3),
            scene.technician().id(),
            "TECHNICIAN",
            at.plusSeconds(1),
            Told.transition(onHold, inProgress, "client mauvais payeur", null)));

    JsonNode staff = scenes.thread(scene.owner(), scene.id()).path("items");
    assertThat(staff.path(0).path("kind").asString()).isEqualTo("STATUS_CHANGE");
    assertThat(staff.path(0).path("to").path("label").asString()).isEqualTo("En attente");
    assertThat(staff.path(0).path("reason").asString()).isEqualTo("pièce commandée");
    assertThat(staff.path(1).path("reason").asString()).isEqualTo("client mauvais payeur");

    String seen = scenes.thread(scene.client(), scene.id()).toString();
    JsonNode client = scenes.thread(scene.client(), scene.id()).path("items");
    assertThat(client.path(0).path("from").path("label").asString())
        .isEqualTo("Intervention en cours");
    assertThat(client.path(0).path("to").path("label").asString())
        .isEqualTo("En attente : pièce commandée");
    assertThat(client.path(0).path("clientReason").asString()).isEqualTo("pièce commandée");
    assertThat(client.path(1).path("clientReason").asString("")).isEmpty();
    assertThat(client.path(1).path("from").path("label").asString()).isEqualTo("En attente");
    assertThat(seen)
        .doesNotContain("mauvais payeur", "\"reason\"", scene.technician().id().toString());
  }

  private void comment(
      Scene scene, Caller author, Visibility visibility, String body, Instant at) {
    commenting.add(author, scene.id(), visibility, new CommentBody(body), at);
  }

  private void statusChange(Scene scene, long sequence, Instant at) {
    Intervention after = later(scene, sequence);
    scenes.tell(
        Told.STATUS_CHANGED,
        after,
        Told.statusChange(
            after,
            scene.owner().id(),
            "DISPATCHER",
            at,
            Told.transition(
                Told.status("NEW", "Nouvelle", "Demande enregistrée"),
                Told.status("ASSIGNED", "v" + sequence, "v" + sequence + " client"),
                null,
                null)));
  }

  private static Intervention later(Scene scene, long sequence) {
    Intervention now = scene.intervention();
    return new Intervention(
        now.id(),
        now.reference(),
        now.clientId(),
        now.ownerId(),
        now.technicianId(),
        "ASSIGNED",
        now.createdAt(),
        sequence);
  }

  private void awaitName(Scene scene, UUID comment, @Nullable String name) {
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> {
              for (Caller reader : List.of(scene.owner(), scene.client())) {
                JsonNode author =
                    Scenes.json(scenes.get(reader, "/api/v1/comments/{id}", comment)).path("author");
                assertThat(author.path("name").asStringOpt().orElse(null)).isEqualTo(name);
                assertThat(author.path("role").asString()).isEqualTo("TECHNICIAN");
              }
            });
  }

  private List<UUID> walk(Caller reader, UUID intervention, String sort, int limit) {
    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page = page(reader, intervention, sort, limit, cursor);
      seen.addAll(ids(page));
      cursor = page.path("nextCursor").asStringOpt().orElse(null);
    } while (cursor != null);
    return seen;
  }

  private JsonNode page(
      Caller reader, UUID intervention, String sort, int limit, @Nullable String cursor) {
    String path = "/api/v1/interventions/{id}/comments?sort={sort}&limit={limit}";
    return Scenes.json(
        (cursor == null
                ? scenes.get(reader, path, intervention, sort, limit)
                : scenes.get(reader, path + "&cursor={cursor}", intervention, sort, limit, cursor))
            .expectStatus()
            .isOk());
  }

  private static List<UUID> ids(JsonNode page) {
    return page.path("items").valueStream().map(Scenes::id).toList();
  }

  private static List<String> said(JsonNode page) {
    return page.path("items")
        .valueStream()
        .map(
            item ->
                item.has("body")
                    ? item.path("body").asString()
                    : item.path("to").path("label").asString())
        .toList();
  }

  private static List<UUID> reversed(List<UUID> ids) {
    List<UUID> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }
}
