package com.accordenergie.intervention.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the generator has made is work like any other: people go on with it through the API. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedWorkTest {

  private static final int INTERVENTIONS = 900;

  @Autowired JdbcClient jdbc;
  @Autowired Api api;
  @Autowired CapturedEvents events;

  /** An intervention as it stands in the table. */
  private record Work(
      UUID id, Caller owner, UUID technician, Instant plannedStart, Instant plannedEnd, long version) {}

  @BeforeAll
  void generate() throws SQLException {
    String schema = jdbc.sql("select database()").query(String.class).single();
    try (var schemas = new FourSchemas(schema)) {
      schemas.volume(step -> {}).bringTo(INTERVENTIONS);
    }
  }

  private Work any(String condition) {
    return jdbc.sql(
            """
            select i.*, coalesce(i.technician_id, i.owner_id) as technician,
              coalesce(i.planned_start, i.created_at) as planned_from,
              coalesce(i.planned_end, i.created_at) as planned_to
            from intervention i join status s on s.id = i.status_id
            where substring(i.id, 9, 4) = 0x%08X and %s order by i.id desc limit 1
            """
                .formatted(Draw.MARK >>> 32, condition))
        .query(
            (row, number) ->
                new Work(
                    Ids.uuid(row.getBytes("id")),
                    Caller.dispatcher(Ids.uuid(row.getBytes("owner_id"))),
                    Ids.uuid(row.getBytes("technician")),
                    row.getTimestamp("planned_from").toInstant(),
                    row.getTimestamp("planned_to").toInstant(),
                    row.getLong("version")))
        .single();
  }

  @Test
  void aChangeIsTheNextVersionWithItsHistoryAndItsEvent() {
    Work planned = any("s.code = 'SCHEDULED' and i.planned_start > utc_timestamp()");

    change(planned, Map.of("title", "Chaudière à remplacer")).expectStatus().isOk();
    move(planned, 1, Map.of("to", "CANCELLED", "reason", "Annulée au téléphone")).expectStatus().isOk();

    goesOn(planned, "intervention.updated", "intervention.status-changed");
  }

  @Test
  void whatWasClosedIsReopened() {
    Work closed = any("s.code = 'CLOSED'");

    send(
            Caller.admin(UUID.randomUUID()),
            HttpMethod.POST,
            closed,
            "/transitions",
            0,
            MediaType.APPLICATION_JSON,
            Map.of("to", "NEW", "reason", "La panne est revenue"))
        .expectStatus()
        .isOk();

    goesOn(closed, "intervention.status-changed");
  }

  /** Until the slot is given back nobody else gets it. */
  @Test
  void aBookedSlotIsTakenUntilItIsGivenBack() {
    Work planned = any("s.code = 'SCHEDULED' and i.planned_start > utc_timestamp()");
    Work waiting = any("s.code = 'NEW'");
    Map<String, Object> sameTime =
        Map.of(
            "to", "SCHEDULED",
            "technicianId", planned.technician(),
            "plannedStart", planned.plannedStart(),
            "plannedEnd", planned.plannedEnd());

    move(waiting, 0, sameTime)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:accord:problem:slot-taken");
    assertThat(cells(planned)).isEqualTo(12);
    move(planned, 0, Map.of("to", "NEW", "reason", "Repoussée")).expectStatus().isOk();
    assertThat(cells(planned)).isZero();
    move(waiting, 0, sameTime).expectStatus().isOk();
    assertThat(cells(waiting)).isEqualTo(12);
    goesOn(waiting, "intervention.status-changed");
  }

  private int cells(Work work) {
    return jdbc.sql("select count(*) from booked_interval where intervention_id = ?")
        .param(Ids.bytes(work.id()))
        .query(Integer.class)
        .single();
  }

  /** One version and one event for each change, right after those that were generated. */
  private void goesOn(Work work, String... changes) {
    List<Long> more = LongStream.rangeClosed(1, changes.length).mapToObj(n -> work.version() + n).toList();
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> assertThat(told(work)).extracting(CapturedEvent::sequence).isEqualTo(more));
    assertThat(told(work)).extracting(CapturedEvent::routingKey).containsExactly(changes);
    assertThat(
            jdbc.sql("select distinct version from intervention_change where intervention_id = ? order by version")
                .param(Ids.bytes(work.id()))
                .query(Long.class)
                .list())
        .isEqualTo(LongStream.rangeClosed(1, work.version() + changes.length).boxed().toList());
  }

  private List<CapturedEvent> told(Work work) {
    return events.of(work.id()).stream()
        .filter(event -> event.sequence() > work.version())
        .toList();
  }

  private RestTestClient.ResponseSpec change(Work work, Map<String, ?> patch) {
    return send(
        work.owner(), HttpMethod.PATCH, work, "", 0, MediaType.valueOf("application/merge-patch+json"), patch);
  }

  private RestTestClient.ResponseSpec move(Work work, int later, Map<String, ?> step) {
    return send(
        work.owner(), HttpMethod.POST, work, "/transitions", later, MediaType.APPLICATION_JSON, step);
  }

  private RestTestClient.ResponseSpec send(
      Caller caller,
      HttpMethod method,
      Work work,
      String path,
      int later,
      MediaType type,
      Map<String, ?> body) {
    return api.as(caller)
        .method(method)
        .uri("/api/v1/interventions/" + work.id() + path)
        .header(HttpHeaders.IF_MATCH, "\"" + (work.version() + later) + "\"")
        .contentType(type)
        .body(body)
        .exchange();
  }
}
