package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The others' events arrive, in whatever order and shape. */
@ServiceTest
class ConsumptionTest {

  @Autowired Scenes scenes;
  @Autowired PublishedEvents events;
  @Autowired Interventions interventions;
  @Autowired JdbcClient jdbc;

  @Test
  void everyKindOfInterventionEventBringsTheCopyUpToDate() {
    Scene scene = scenes.intervention();
    List<EventType> types =
        List.of(Told.UPDATED, Told.ASSIGNED, Told.SCHEDULED, Told.HANDED_OVER, Told.STATUS_CHANGED);
    for (int i = 0; i < types.size(); i++) {
      Intervention after =
          new Intervention(
              scene.id(),
              scene.intervention().reference(),
              UUID.randomUUID(),
              UUID.randomUUID(),
              i % 2 == 0 ? null : UUID.randomUUID(),
              "STATE_" + i,
              scene.intervention().createdAt(),
              i + 2);
      scenes.tell(types.get(i), after, statusChange(after));
      assertThat(interventions.find(scene.id())).contains(after);
    }
  }

  @Test
  void anOlderVersionNeverOverwritesANewerOne() {
    Scene scene = Scene.fresh();
    List<Long> order = List.of(3L, 1L, 4L, 2L, 6L, 5L, 1L);
    for (long sequence : order) {
      Intervention after = version(scene, sequence);
      events.publish(Told.UPDATED, scene.id(), sequence, Told.snapshot(after));
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(interventions.find(scene.id())).contains(version(scene, 6)));
    scenes.intervention(); // the last one, an old version, has been handled now too

    assertThat(interventions.find(scene.id())).contains(version(scene, 6));
  }

  @Test
  void statusChangesToldOutOfOrderStandInTheOrderOfTheirTimes() {
    Scene scene = scenes.intervention();
    for (long sequence : List.of(4L, 2L, 3L)) {
      Intervention after = version(scene, sequence);
      events.publish(Told.STATUS_CHANGED, scene.id(), sequence, statusChange(after));
    }

    // Those that came too early are applied behind the one they waited for.
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(statuses(scene)).containsExactly("STATE_2", "STATE_3", "STATE_4"));
    assertThat(interventions.find(scene.id()).orElseThrow().status()).isEqualTo("STATE_4");
  }

  @Test
  void aStatusChangeToldTwiceIsShownOnce() {
    Scene scene = scenes.intervention();
    Intervention after = version(scene, 2);
    UUID event = Ids.next();
    events.inOrder(
        () -> {
          events.publish(event, Told.STATUS_CHANGED, scene.id(), 2, statusChange(after));
          events.publish(event, Told.STATUS_CHANGED, scene.id(), 2, statusChange(after));
          // A replay by somebody who lost count: the same version under a new id.
          events.publish(Told.STATUS_CHANGED, scene.id(), 2, statusChange(after));
        });
    scenes.intervention();

    assertThat(statuses(scene)).containsExactly("STATE_2");
  }

  @Test
  void labelsStayAsTheyWereOnThatDay() {
    Scene scene = scenes.intervention();
    scenes.tell(Told.STATUS_CHANGED, version(scene, 2), statusChange(version(scene, 2)));
    JsonNode before = scenes.thread(scene.client(), scene.id());
    Map<String, Object> renamed = Told.snapshot(version(scene, 3));
    renamed.put("status", Told.status("STATE_3", "Tout autre chose", "Tout autre chose"));

    scenes.tell(Told.UPDATED, version(scene, 3), renamed);

    assertThat(scenes.thread(scene.client(), scene.id())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON at all",
        "[]",
        "{}",
        "{\"specversion\": \"1.0\", \"type\": \"com.accordenergie.intervention.created.v1\"}"
      })
  void poisonIsParkedWithItsReasonAndHoldsNobodyUp(String poison) {
    String body = poison + " ".repeat(1) + "\n";
    events.publishRaw("intervention.created", body.getBytes(StandardCharsets.UTF_8));

    scenes.intervention();

    assertThat(parked(body)).isNotBlank();
  }

  @Test
  void aVersionThatNobodyHereReadsIsParked() {
    Scene scene = Scene.fresh();
    UUID id =
        events.publish(
            new EventType("intervention.created", 2), scene.id(), 1, Told.snapshot(scene.intervention()));

    scenes.intervention();

    assertThat(parked(id.toString()))
        .contains("com.accordenergie.intervention.created.v2");
    assertThat(interventions.find(scene.id())).isEmpty();
  }

  @Test
  void dataThatMakeNoSenseAreParkedWhole() {
    Scene scene = Scene.fresh();
    Map<String, Object> withoutOwner = new HashMap<>(Told.snapshot(scene.intervention()));
    withoutOwner.remove("ownerId");
    UUID first = events.publish(Told.CREATED, scene.id(), 1, withoutOwner);
    UUID second =
        events.publish(Told.STATUS_CHANGED, scene.id(), 2, Told.snapshot(version(scene, 2)));

    scenes.intervention();

    parked(first.toString());
    parked(second.toString());
    assertThat(interventions.find(scene.id())).isEmpty();
  }

  private static Intervention version(Scene scene, long sequence) {
    Intervention first = scene.intervention();
    return new Intervention(
        first.id(),
        first.reference() + sequence,
        first.clientId(),
        first.ownerId(),
        first.technicianId(),
        "STATE_" + sequence,
        first.createdAt(),
        sequence);
  }

  private static Map<String, Object> statusChange(Intervention after) {
    return Told.statusChange(
        after,
        after.ownerId(),
        "DISPATCHER",
        Instant.parse("2026-06-01T08:00:00Z").plusSeconds(after.sequence()),
        Told.transition(
            Told.status("NEW", "Nouvelle", "Demande enregistrée"),
            Told.status(after.status(), "Libellé", "Libellé client"),
            null,
            null));
  }

  private List<String> statuses(Scene scene) {
    return scenes.thread(scene.owner(), scene.id())
        .path("items")
        .valueStream()
        .map(item -> item.path("to").path("code").asString())
        .toList();
  }

  /** The reason for which the message that holds this text was parked. */
  private String parked(String text) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                jdbc.sql(
                        """
                        select reason from held_event
                        where queue = 'comment-service.interventions' and state = 'PARKED'
                          and instr(body, ?) > 0
                        """)
                    .param(text.getBytes(StandardCharsets.UTF_8))
                    .query(String.class)
                    .optional(),
            Optional::isPresent)
        .orElseThrow();
  }
}
