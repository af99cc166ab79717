package com.accordenergie.comment.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.comment.Columns;
import com.accordenergie.comment.Commenting;
import com.accordenergie.comment.attachment.Attaching;
import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's conversations, on interventions of the test's own, beside somebody else's. */
@ServiceTest
class DemoTest {

  private static final int INTERVENTIONS = 60;
  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
  private static final List<String> LIFE =
      List.of("SCHEDULED", "EN_ROUTE", "IN_PROGRESS", "ON_HOLD", "IN_PROGRESS", "DONE", "CLOSED");

  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired Commenting commenting;
  @Autowired Attaching attaching;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @Autowired PublishedEvents events;
  @Autowired CapturedEvents captured;
  @Autowired Api api;

  private record Comment(
      UUID id, UUID intervention, UUID author, String role, String visibility, Instant at, long version) {}

  @Test
  void theRightPeopleSpeakAtPlausibleTimesAndASecondLoadAddsNothing() {
    var stories = new Stories(jdbc, INTERVENTIONS);
    tellPerson(UUID.randomUUID(), UUID.randomUUID());
    tellPerson(UUID.randomUUID(), UUID.randomUUID());
    await("somebody else is here").atMost(Duration.ofSeconds(20)).until(stories::areSomebodyElses);

    UUID clientId = DemoIds.of("client 1", DemoIds.OPENING);
    UUID clientUser = DemoIds.of("person client01", DemoIds.OPENING);
    UUID owner = UUID.randomUUID();
    UUID technician = UUID.randomUUID();
    tellPerson(clientUser, clientId);
    UUID stranger = tellIntervention(0, UUID.randomUUID(), owner, technician);
    List<UUID> interventions = new ArrayList<>();
    for (int i = 1; i <= INTERVENTIONS; i++) {
      interventions.add(tellIntervention(i, clientId, owner, technician));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(statusChanges()).isEqualTo(expectedChanges()));
    await("the demo is here").atMost(Duration.ofSeconds(20)).until(() -> !stories.areSomebodyElses());
    var loader = new DemoLoader(database, jdbc, commenting, attaching, transaction, clock, INTERVENTIONS);

    assertThat(stories.areAllTold()).isFalse();
    int added = loader.speak();

    List<Comment> comments = comments(interventions);
    assertThat(added).isEqualTo(comments.size()).isBetween(2 * INTERVENTIONS, 4 * INTERVENTIONS);
    assertThat(comments(List.of(stranger))).isEmpty();
    assertThat(comments).extracting(Comment::intervention).containsAll(interventions);
    assertThat(comments).extracting(Comment::visibility).contains("PUBLIC", "INTERNAL");
    assertThat(comments).extracting(Comment::version).contains(1L, 2L);
    assertThat(comments).extracting(Comment::role).contains("DISPATCHER", "TECHNICIAN", "CLIENT");
    assertThat(comments)
        .allSatisfy(
            comment -> {
              assertThat(comment.author())
                  .isEqualTo(
                      switch (comment.role()) {
                        case "DISPATCHER" -> owner;
                        case "TECHNICIAN" -> technician;
                        default -> clientUser;
                      });
              assertThat(comment.at()).isBetween(START, clock.instant());
              assertThat(comment.id().version()).isEqualTo(7);
            });
    for (Comment comment : comments) {
      captured.awaitSequence(comment.id(), comment.version());
    }
    api.as(Caller.client(clientUser, clientId))
        .get()
        .uri("/api/v1/interventions/{id}/comments", interventions.getFirst())
        .exchange()
        .expectStatus()
        .isOk();

    List<Map<String, Object>> pictures = pictures();
    assertThat(pictures)
        .isNotEmpty()
        .hasSizeLessThan(INTERVENTIONS)
        .allSatisfy(
            picture -> {
              assertThat(picture.get("author_role")).isEqualTo("TECHNICIAN");
              assertThat((Integer) picture.get("size")).isBetween(1_000, 100_000);
            });

    assertThat(stories.areAllTold()).isTrue();
    assertThat(loader.speak()).isZero();
    assertThat(comments(interventions)).isEqualTo(comments);
    assertThat(pictures()).isEqualTo(pictures);
  }

  private void tellPerson(UUID id, UUID clientId) {
    events.publish(
        EventType.v1("user.created"),
        id,
        1,
        Map.of("id", id, "displayName", "Claire Moreau", "role", "CLIENT", "clientId", clientId));
  }

  /** Number 0 is only created, the next went one step further, and so on. */
  private UUID tellIntervention(int number, UUID clientId, UUID owner, UUID technician) {
    Instant createdAt = START.plus(Duration.ofHours(number));
    UUID id = Ids.at(createdAt);
    // Before all references that other tests make.
    String reference = "INT-1999-%06d".formatted(number);
    int steps = number % (LIFE.size() + 1);
    for (int step = 0; step <= steps; step++) {
      String status = step == 0 ? "NEW" : LIFE.get(step - 1);
      Map<String, Object> data = new HashMap<>();
      data.put("id", id);
      data.put("reference", reference);
      data.put("status", status(status));
      data.put("clientId", clientId);
      data.put("ownerId", owner);
      data.put("technicianId", step == 0 ? null : technician);
      data.put("createdAt", createdAt);
      data.put("changedBy", Map.of("id", owner, "role", "DISPATCHER"));
      data.put("changedAt", createdAt.plus(Duration.ofHours(2L * step)));
      data.put("transition", step == 0 ? null : transition(step));
      events.publish(
          EventType.v1(step == 0 ? "intervention.created" : "intervention.status-changed"),
          id,
          step + 1,
          data);
    }
    return id;
  }

  private static Map<String, Object> transition(int step) {
    return Map.of(
        "from", status(step == 1 ? "NEW" : LIFE.get(step - 2)), "to", status(LIFE.get(step - 1)));
  }

  private static Map<String, Object> status(String code) {
    return Map.of("code", code, "label", code, "clientLabel", code);
  }

  private static int expectedChanges() {
    int changes = 0;
    for (int i = 0; i <= INTERVENTIONS; i++) {
      changes += i % (LIFE.size() + 1);
    }
    return changes;
  }

  private int statusChanges() {
    return jdbc.sql(
            """
            select count(*) from status_change
             where intervention_id in (select id from intervention where reference like 'INT-1999-%')
            """)
        .query(Integer.class)
        .single();
  }

  private List<Map<String, Object>> pictures() {
    return jdbc.sql(
            """
            select kind, visibility, author_role, size, created_at
              from attachment
             where intervention_id in (select id from intervention where reference like 'INT-1999-%')
             order by id
            """)
        .query()
        .listOfRows();
  }

  private List<Comment> comments(List<UUID> interventions) {
    return jdbc.sql("select * from comment order by id")
        .query(
            (row, number) ->
                new Comment(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "intervention_id"),
                    Columns.uuid(row, "author_id"),
                    row.getString("author_role"),
                    row.getString("visibility"),
                    Columns.instant(row, "created_at"),
                    row.getLong("version")))
        .list()
        .stream()
        .filter(comment -> interventions.contains(comment.intervention()))
        .toList();
  }
}
