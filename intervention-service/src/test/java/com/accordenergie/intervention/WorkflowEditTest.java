package com.accordenergie.intervention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The admin edits the workflow, and cannot break it. */
@ServiceTest
class WorkflowEditTest {

  private static Cast cast;

  @Autowired Trade trade;
  @Autowired Lists lists;
  @Autowired CapturedEvents captured;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;

  private Caller admin;
  private String before;

  @BeforeEach
  void theWorkflowAsItIs() {
    if (cast == null) {
      cast = trade.cast();
    }
    admin = cast.admin();
    before = activePart();
  }

  @AfterEach
  void isAsItWas() {
    assertThat(activePart()).isEqualTo(before);
  }

  private String activePart() {
    return List.of("statuses", "transitions", "urgencies").stream()
        .flatMap(list -> trade.get(admin, "/api/v1/" + list).is(200).items().stream())
        .filter(row -> row.path("active").asBoolean())
        .map(row -> row.toString().replaceAll(",\"version\":\\d+", ""))
        .toList()
        .toString();
  }

  private JsonNode status(String code) {
    return trade.get(admin, "/api/v1/statuses/" + code).is(200).body();
  }

  private JsonNode transition(@Nullable String from, String to) {
    return trade.get(admin, "/api/v1/transitions").is(200).items().stream()
        .filter(way -> way.path("to").asString().equals(to))
        .filter(way -> from == null ? way.path("from").isNull() : way.path("from").asString().equals(from))
        .findFirst()
        .orElseThrow();
  }

  /** The row as it is, with one member changed. */
  private Answer put(String list, String key, JsonNode row, String member, Object value) {
    Map<String, Object> body = new HashMap<>();
    row.properties().forEach(entry -> body.put(entry.getKey(), plain(entry.getValue())));
    body.keySet().removeAll(List.of("id", "version", "label"));
    body.put(member, value);
    return trade.send(
        admin, HttpMethod.PUT, "/api/v1/" + list + "/" + key, row.path("version").asLong(), body);
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isNumber() ? node.asInt() : node.asString();
  }

  private Answer remove(String list, String key, JsonNode row) {
    return trade.send(
        admin, HttpMethod.DELETE, "/api/v1/" + list + "/" + key, row.path("version").asLong(), null);
  }

  /** The lists are one thing, told under one name. */
  @Test
  void everyChangeOfAListIsToldOnceAndInOrder() {
    String code = lists.inactiveStatus(admin);
    put("statuses", code, status(code), "color", "#112233").is(200);
    put("statuses", code, status(code), "color", "#112233").is(200); // changes nothing
    remove("statuses", code, status(code)).is(204);
    String urgency = lists.inactiveUrgency(admin);

    List<CapturedEvent> told = toldAbout(code, 3);
    toldAbout(urgency, 1);

    assertThat(told)
        .extracting(event -> event.data().path("action").asString())
        .containsExactly("ADDED", "CHANGED", "REMOVED");
    assertThat(told.get(1).data().path("changes").toString())
        .isEqualTo("[{\"field\":\"color\",\"from\":\"#a16207\",\"to\":\"#112233\"}]");
    assertThat(told).extracting(CapturedEvent::sequence).isSorted().doesNotHaveDuplicates();
  }

  private List<CapturedEvent> toldAbout(String code, int times) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                captured.of(Lists.AGGREGATE).stream()
                    .filter(event -> event.data().path("code").asString().equals(code))
                    .toList(),
            told -> told.size() == times);
  }

  @Test
  void aStatusNobodyCanReachIsRefused() {
    String code = lists.inactiveStatus(admin);

    put("statuses", code, status(code), "active", true)
        .isProblem(422, "workflow-broken")
        .isClean();

    assertThat(status(code).path("active").asBoolean()).isFalse();
  }

  @Test
  void aDeadEndIsRefused() {
    String code = lists.inactiveStatus(admin);
    UUID in = lists.inactiveTransition(admin, "NEW", code);
    JsonNode way = trade.get(admin, "/api/v1/transitions/" + in).body();
    put("transitions", in.toString(), way, "active", true).is(200);

    Answer answer = put("statuses", code, status(code), "active", true);

    answer.isProblem(422, "workflow-broken");
    JsonNode fault = answer.body().path("faults").get(0);
    assertThat(fault.path("kind").asString()).isEqualTo("DEAD_END");
    assertThat(fault.path("status").asString()).isEqualTo(code);
    JsonNode ready = trade.get(admin, "/api/v1/transitions/" + in).body();
    put("transitions", in.toString(), ready, "active", false).is(200);
  }

  @Test
  void theOnlyWayOutOrInIsKept() {
    for (String[] ends :
        new String[][] {{null, "NEW"}, {"EN_ROUTE", null}, {"IN_PROGRESS", "DONE"}}) {
      if (ends[1] == null) {
        continue;
      }
      JsonNode way = transition(ends[0], ends[1]);
      String id = way.path("id").asString();
      remove("transitions", id, way).isProblem(422, "workflow-broken");
      put("transitions", id, way, "active", false).isProblem(422, "workflow-broken");
    }
  }

  @Test
  void theOnlyClosedStatusIsKept() {
    Answer answer = put("statuses", "CLOSED", status("CLOSED"), "active", false);

    answer.isProblem(422, "workflow-broken");
  }

  @Test
  void aStatusInUseKeepsItsCategoryAndItsRow() {
    trade.interventionIn("ON_HOLD", cast);

    Answer change = put("statuses", "ON_HOLD", status("ON_HOLD"), "category", "ACTIVE");
    Answer removal = remove("statuses", "ON_HOLD", status("ON_HOLD"));

    change.isProblem(409, "row-in-use");
    removal.isProblem(409, "row-in-use");
  }

  @Test
  void anUrgencyInUseIsNotRemoved() {
    trade.newIntervention(cast);
    JsonNode high = trade.get(admin, "/api/v1/urgencies/HIGH").is(200).body();

    remove("urgencies", "HIGH", high).isProblem(409, "row-in-use");
  }

  @Test
  void anUrgencyThatWasEverGivenIsNotRemoved() {
    String code = lists.inactiveUrgency(admin);
    JsonNode row = trade.get(admin, "/api/v1/urgencies/" + code).is(200).body();
    put("urgencies", code, row, "active", true).is(200);
    UUID id = trade.newIntervention(cast);
    trade.change(cast.owner(), id, Map.of("urgency", code)).is(200);
    trade.change(cast.owner(), id, Map.of("urgency", "HIGH")).is(200);
    row = trade.get(admin, "/api/v1/urgencies/" + code).is(200).body();
    put("urgencies", code, row, "active", false).is(200);

    row = trade.get(admin, "/api/v1/urgencies/" + code).is(200).body();
    remove("urgencies", code, row).isProblem(409, "row-in-use");
  }

  @Test
  void whoCreatesIsSaidByTheListAndNothingElseIsAskedOfThem() {
    JsonNode creation = transition(null, "NEW");
    String id = creation.path("id").asString();
    for (String member :
        List.of("byTechnician", "needsReason", "needsReport", "needsTechnician", "needsSlot")) {
      put("transitions", id, creation, member, true).is(422).pointsAt("#/" + member);
    }

    put("transitions", id, creation, "byDispatcher", false).is(200);
    try {
      trade.post(cast.owner(), "/api/v1/interventions", trade.request(cast)).is(403);
      trade.post(admin, "/api/v1/interventions", trade.request(cast)).is(201);
    } finally {
      put("transitions", id, transition(null, "NEW"), "byDispatcher", true).is(200);
    }
    trade.newIntervention(cast);
  }

  @Test
  void aStepThatNobodyCouldTakeIsRefused() {
    Map<String, Object> step = Lists.with(Lists.transition("NEW", "DONE"), "needsTechnician", true);

    trade.post(admin, "/api/v1/transitions", step).is(422).pointsAt("#/needsTechnician");
  }

  @Test
  void aSlotOfNobodysIsRefused() {
    JsonNode way = transition("NEW", "SCHEDULED");

    put("transitions", way.path("id").asString(), way, "needsTechnician", false)
        .is(422)
        .pointsAt("#/needsTechnician");
  }

  @Test
  void aNewStatusIsAddedStepByStepAndUsedAndRetired() {
    String code = lists.inactiveStatus(admin);
    UUID in = lists.inactiveTransition(admin, "IN_PROGRESS", code);
    UUID out = lists.inactiveTransition(admin, code, "IN_PROGRESS");
    for (UUID way : List.of(in, out)) {
      put("transitions", way.toString(), trade.get(admin, "/api/v1/transitions/" + way).body(), "active", true)
          .is(200);
    }
    put("statuses", code, status(code), "active", true).is(200);

    UUID id = trade.interventionIn("IN_PROGRESS", cast);
    trade.move(cast.technician(), id, Map.of("to", code)).is(403);
    trade.move(cast.owner(), id, Map.of("to", code)).is(200);
    assertThat(trade.read(cast.client(), id).body().path("status").path("label").asString())
        .isEqualTo("Devis à accepter");

    remove("statuses", code, status(code)).is(409);
    put("statuses", code, status(code), "active", false).is(200);
    // What stands in a retired status can still leave it, and nothing can enter it any more.
    remove("transitions", out.toString(), trade.get(admin, "/api/v1/transitions/" + out).body())
        .isProblem(422, "workflow-broken");
    trade.move(cast.owner(), id, Map.of("to", "IN_PROGRESS")).is(200);
    trade.move(cast.owner(), id, Map.of("to", code)).is(409);
    for (UUID way : List.of(in, out)) {
      remove("transitions", way.toString(), trade.get(admin, "/api/v1/transitions/" + way).body()).is(204);
    }
    // Its histories still name it.
    remove("statuses", code, status(code)).isProblem(409, "row-in-use");
  }

  @Test
  void aTwinIsRefused() {
    trade.post(admin, "/api/v1/statuses", Lists.status("NEW")).isProblem(409, "row-exists");
    trade.post(admin, "/api/v1/urgencies", Lists.urgency("HIGH")).isProblem(409, "row-exists");
    trade
        .post(admin, "/api/v1/transitions", Lists.transition("NEW", "ASSIGNED"))
        .isProblem(409, "row-exists");
    Map<String, Object> another = Lists.with(Lists.transition(null, "ASSIGNED"), "active", true);
    trade.post(admin, "/api/v1/transitions", another).is(422);
  }

  @Test
  void twoAdminsWhoWouldBreakItTogetherDoNot() {
    // Each of the two ways out may go alone, not both.
    String code = lists.inactiveStatus(admin);
    UUID in = lists.inactiveTransition(admin, "NEW", code);
    UUID back = lists.inactiveTransition(admin, code, "NEW");
    UUID onward = lists.inactiveTransition(admin, code, "ASSIGNED");
    for (UUID way : List.of(in, back, onward)) {
      put("transitions", way.toString(), trade.get(admin, "/api/v1/transitions/" + way).body(), "active", true)
          .is(200);
    }
    put("statuses", code, status(code), "active", true).is(200);

    List<Answer> answers =
        AtOnce.with(
            2,
            who -> {
              UUID way = who == 0 ? back : onward;
              return trade.send(admin, HttpMethod.DELETE, "/api/v1/transitions/" + way, 2L, null);
            });

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 422);
    put("statuses", code, status(code), "active", false).is(200);
    trade.get(admin, "/api/v1/transitions").items().stream()
        .filter(way -> way.path("to").asString().equals(code) || way.path("from").asString("").equals(code))
        .forEach(way -> remove("transitions", way.path("id").asString(), way).is(204));
  }

  @Test
  void whatIsBeingEnteredDoesNotChangeItsMeaning() throws Exception {
    String code = lists.inactiveStatus(admin);
    JsonNode row = status(code);
    UUID id = trade.newIntervention(cast);
    try (var enters = database.getConnection()) {
      enters.setAutoCommit(false);
      execute(
          enters,
          "update intervention set status_id = (select id from status where code = '%s') where id = x'%s'",
          code,
          hex(id));
      CompletableFuture<Answer> change =
          CompletableFuture.supplyAsync(() -> put("statuses", code, row, "category", "ACTIVE"));
      trade.awaitThatSomebodyWaitsFor("status");
      enters.commit();

      change.get(10, SECONDS).isProblem(409, "row-in-use");
    }
    assertThat(status(code)).isEqualTo(row);
    jdbc.sql("update intervention set status_id = (select id from status where code = 'NEW') where id = ?")
        .param(Ids.bytes(id))
        .update();
  }

  @Test
  void nobodyEntersWhatMeansSomethingElseByNow() throws Exception {
    UUID id = trade.newIntervention(cast);
    Map<String, Object> step = trade.takesAll("ASSIGNED", cast);
    try (var changes = database.getConnection()) {
      changes.setAutoCommit(false);
      execute(changes, "update status set version = version + 1 where code = '%s'", "ASSIGNED");
      CompletableFuture<Answer> move =
          CompletableFuture.supplyAsync(() -> trade.move(cast.owner(), id, step));
      trade.awaitThatSomebodyWaitsFor("status");
      changes.commit();

      move.get(10, SECONDS).isProblem(503, "temporarily-unavailable");
    }
    assertThat(trade.version(id)).isOne();
    trade.move(cast.owner(), id, step).is(200);
  }

  private static void execute(Connection connection, String statement, Object... values)
      throws SQLException {
    try (var sent = connection.createStatement()) {
      assertThat(sent.executeUpdate(statement.formatted(values))).isOne();
    }
  }

  private static String hex(UUID id) {
    return HexFormat.of().formatHex(Ids.bytes(id));
  }

  @Test
  void aListChangeBuildsOnAVersion() {
    JsonNode row = status("NEW");
    Map<String, Object> body = new HashMap<>(Lists.status("NEW"));
    trade.send(admin, HttpMethod.PUT, "/api/v1/statuses/NEW", 99L, body).isProblem(412, "stale-version");
    trade
        .send(admin, HttpMethod.PUT, "/api/v1/statuses/NEW", (Long) null, body)
        .isProblem(428, "version-required");
    trade
        .send(admin, HttpMethod.DELETE, "/api/v1/statuses/NEW", (Long) null, null)
        .isProblem(428, "version-required");
    assertThat(status("NEW")).isEqualTo(row);
  }

  @Test
  void impossibleValuesAreRefusedWhereTheyStand() {
    Map<String, Object> status = Lists.status(Lists.freshCode());
    trade.post(admin, "/api/v1/statuses", Lists.with(status, "code", "with space")).is(422).pointsAt("#/code");
    trade.post(admin, "/api/v1/statuses", Lists.with(status, "color", "red")).is(422).pointsAt("#/color");
    trade.post(admin, "/api/v1/statuses", Lists.with(status, "category", "SOMEDAY")).is(400).pointsAt("#/category");
    trade.post(admin, "/api/v1/statuses", Lists.with(status, "labelFr", "")).is(422).pointsAt("#/labelFr");
    trade.post(admin, "/api/v1/statuses", Lists.with(status, "whatever", 1)).is(400).pointsAt("#/whatever");
    Map<String, Object> urgency = Lists.urgency(Lists.freshCode());
    trade
        .post(admin, "/api/v1/urgencies", Lists.with(urgency, "takeOverMinutes", 0))
        .is(422)
        .pointsAt("#/takeOverMinutes");
    trade
        .post(admin, "/api/v1/urgencies", Lists.with(urgency, "resolveMinutes", 60))
        .is(422);
    trade
        .post(admin, "/api/v1/transitions", Lists.transition("NOWHERE", "NEW"))
        .is(422)
        .pointsAt("#/from");
    trade
        .post(admin, "/api/v1/transitions", Lists.transition("NEW", "NOWHERE"))
        .is(422)
        .pointsAt("#/to");
    trade.post(admin, "/api/v1/transitions", Lists.transition("NEW", "NEW")).is(422);
  }
}
