package com.accordenergie.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Subscription;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.Project;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.RowsTouched;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The journal says who changed what, in all services. */
@ServiceTest
class AuditTest {

  private static final String AUDIT = "/api/v1/audit";
  private static final int LIMIT = 20;

  /** Each row with who did it and to whom, and the row after the page. */
  private static final int AT_MOST = 3 * (LIMIT + 1);

  @Autowired Office office;
  @Autowired PublishedEvents events;
  @Autowired AuditJournal journal;
  @Autowired JdbcTemplate jdbc;
  @Autowired RowsTouched rowsTouched;
  @Autowired List<Subscription> subscriptions;

  private List<JsonNode> entries(String query, int expected) {
    List<JsonNode> entries = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              entries.clear();
              entries.addAll(office.all(office.admin(), AUDIT + query, 50));
              assertThat(entries).hasSize(expected);
            });
    return entries;
  }

  private static List<String> texts(List<JsonNode> entries, String member) {
    return entries.stream().map(entry -> entry.path(member).asString("-")).toList();
  }

  @Test
  void whatAnAdminDoesIsWrittenDownInTheirName() {
    UUID client = office.takeOn();
    office.change(Office.CLIENTS + "/" + client, 1, Map.of("name", "Autre nom"));
    office.delete(office.admin(), Office.CLIENTS + "/" + client, 2).expectStatus().isNoContent();

    List<JsonNode> entries = entries("?subjectId=" + client, 3);

    assertThat(texts(entries, "type"))
        .containsExactly("client.retired", "client.updated", "client.created");
    assertThat(texts(entries, "actorId")).containsOnly(office.admin().id().toString());
    assertThat(texts(entries, "kind")).containsOnly("CLIENT");
    assertThat(entries.getFirst().path("label").asString()).startsWith("CLI-").endsWith("Autre nom");
  }

  @Test
  void whatHappensElsewhereIsToldWithItsFieldsAndWithoutItsWords() {
    UUID dispatcher = office.register("DISPATCHER");
    UUID intervention = UUID.randomUUID();
    Map<String, Object> data = new HashMap<>();
    data.put("id", intervention);
    data.put("reference", "INT-2026-000777");
    data.put("title", "CANARI titre");
    data.put("changedBy", Map.of("id", dispatcher, "role", "DISPATCHER"));
    data.put(
        "changes",
        List.of(
            Map.of("field", "status", "from", "NEW", "to", "ASSIGNED"),
            Map.of("field", "title", "from", "CANARI avant", "to", "CANARI après")));
    events.publish(EventType.v1("intervention.status-changed"), intervention, 2, data);
    events.publish(
        EventType.v1("comment.added"),
        intervention,
        1,
        Map.of("id", UUID.randomUUID(), "authorId", dispatcher, "visibility", "INTERNAL", "body", "CANARI"));

    List<JsonNode> entries = entries("?subjectId=" + intervention, 2);

    assertThat(entries.toString()).doesNotContain("CANARI");
    JsonNode change =
        entries.stream().filter(entry -> entry.path("kind").asString().equals("INTERVENTION")).findFirst().orElseThrow();
    assertThat(change.path("label").asString()).isEqualTo("INT-2026-000777");
    assertThat(change.path("detail").asString()).isEqualTo("status: NEW → ASSIGNED, title");
    assertThat(texts(entries, "actorId")).containsOnly(dispatcher.toString());
    assertThat(texts(entries, "actorName")).allMatch(name -> name.startsWith("Camille "));
    assertThat(entries("?actorId=" + dispatcher + "&kind=COMMENT", 1).getFirst().path("detail").asString())
        .isEqualTo("INTERNAL");
  }

  @Test
  void whoeverIsErasedIsNoLongerNamed() {
    UUID person = office.register("DISPATCHER");
    assertThat(entries("?subjectId=" + person, 1).getFirst().path("label").asString()).startsWith("Camille ");

    office
        .delete(office.admin(), Office.USERS + "/" + person + "?erase=true", 1)
        .expectStatus()
        .isNoContent();

    assertThat(texts(entries("?subjectId=" + person, 2), "label")).containsOnly("-");
  }

  @Test
  void everyPublishedEventIsFollowed() throws IOException {
    Subscription audit =
        subscriptions.stream()
            .filter(subscription -> subscription.queue().equals("user-service.audit"))
            .findFirst()
            .orElseThrow();
    try (Stream<Path> files = Files.list(Project.root().resolve("docs/events"))) {
      List<String> published =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.replaceFirst("\\.v\\d+\\.json$", ""))
              .toList();
      assertThat(published).isNotEmpty();
      assertThat(audit.routingKeys()).containsExactlyInAnyOrderElementsOf(published);
    }
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    for (String query :
        List.of(
            "?kind=NOTHING", "?actorId=x", "?from=hier", "?from=-0001-01-01T00:00:00Z", "?surprise=1",
            "?cursor=x")) {
      office.get(office.admin(), AUDIT + query).expectStatus().isBadRequest();
    }
  }

  @Test
  void afterThirteenMonthsItIsForgotten() {
    UUID subject = UUID.randomUUID();
    Instant now = Instant.now();
    insert(subject, subject, "USER", now.minus(400, ChronoUnit.DAYS));
    insert(subject, subject, "USER", now.minus(380, ChronoUnit.DAYS));

    journal.clean();

    assertThat(office.all(office.admin(), AUDIT + "?subjectId=" + subject, 50)).hasSize(1);
  }

  @Test
  void aPageCostsWhatItReturnsWhateverTheFilter() {
    UUID actor = UUID.randomUUID();
    UUID subject = UUID.randomUUID();
    // Later than all that other tests do, so that no page holds any of it.
    Instant begin = Instant.now().plus(1, ChronoUnit.DAYS);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(
          row(
              i % 40 == 0 ? subject : UUID.randomUUID(),
              i % 3 == 0 ? actor : UUID.randomUUID(),
              i % 5 == 0 ? "SITE" : "INTERVENTION",
              begin.plusSeconds(i / 4 * 60L)));
    }
    jdbc.batchUpdate(INSERT, rows);
    jdbc.queryForList("analyze table audit_entry");
    Instant from = begin.plus(1, ChronoUnit.DAYS);
    Instant to = begin.plus(3, ChronoUnit.DAYS);
    for (UUID who : new UUID[] {null, actor}) {
      for (AuditEntry.Kind kind : new AuditEntry.Kind[] {null, AuditEntry.Kind.SITE}) {
        for (boolean period : new boolean[] {false, true}) {
          costsWhatItReturns(
              new AuditFilter(who, kind, null, period ? from : null, period ? to : null));
        }
      }
    }
    costsWhatItReturns(new AuditFilter(null, null, subject, null, null));
  }

  private void costsWhatItReturns(AuditFilter filter) {
    Set<UUID> seen = new HashSet<>();
    String cursor = null;
    for (int number = 0; number < 3; number++) {
      var request = new PageRequest(LIMIT, cursor);
      List<Page<AuditJournal.Read>> found = new ArrayList<>();
      assertThat(rowsTouched.by(() -> found.add(journal.find(filter, request))))
          .as("%s", filter)
          .isLessThanOrEqualTo(AT_MOST);
      Page<AuditJournal.Read> page = found.getFirst();
      assertThat(page.items()).as("%s", filter).hasSize(LIMIT);
      page.items().forEach(read -> assertThat(seen.add(read.entry().eventId())).isTrue());
      assertThat(page.items())
          .isSortedAccordingTo(
              (one, other) -> other.entry().occurredAt().compareTo(one.entry().occurredAt()));
      cursor = page.nextCursor();
    }
  }

  private static final String INSERT =
      "insert into audit_entry (event_id, occurred_at, actor_id, kind, type, subject_id, sequence)"
          + " values (?, ?, ?, ?, 'user.updated', ?, 1)";

  private void insert(UUID subject, UUID actor, String kind, Instant at) {
    jdbc.update(INSERT, row(subject, actor, kind, at));
  }

  private static Object[] row(UUID subject, UUID actor, String kind, Instant at) {
    return new Object[] {
      Ids.bytes(Ids.next()), Timestamp.from(at), Ids.bytes(actor), kind, Ids.bytes(subject)
    };
  }
}
