package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every pair of statuses, for everybody who could try. */
@ServiceTest
class TransitionMatrixTest {

  /**
   * Written by hand from the specification. d: the dispatcher who owns it, t: the technician it is
   * assigned to, a: the admin only; an admin may do all of them. A dot: there is no such transition.
   */
  private static final String TABLE =
      """
      from        | NEW | ASSIGNED | SCHEDULED | EN_ROUTE | IN_PROGRESS | ON_HOLD | DONE | UNRESOLVED | CLOSED | CANCELLED
      NEW         | .   | d        | d         | .        | .           | .       | .    | .          | .      | d
      ASSIGNED    | dt  | .        | d         | t        | t           | .       | .    | .          | .      | d
      SCHEDULED   | dt  | d        | .         | t        | t           | .       | .    | .          | .      | d
      EN_ROUTE    | .   | .        | .         | .        | t           | t       | .    | .          | .      | a
      IN_PROGRESS | .   | .        | .         | .        | .           | t       | t    | t          | .      | a
      ON_HOLD     | .   | .        | d         | .        | t           | .       | .    | .          | .      | d
      DONE        | .   | .        | .         | .        | d           | .       | .    | .          | d      | .
      UNRESOLVED  | .   | .        | d         | .        | .           | .       | .    | .          | d      | .
      CLOSED      | a   | .        | .         | .        | .           | .       | .    | .          | .      | .
      CANCELLED   | a   | .        | .         | .        | .           | .       | .    | .          | .      | .
      """;

  private static final List<String> CALLERS =
      List.of(
          "admin", "owner", "colleague", "technician", "other technician", "client", "other client");

  private static final Map<String, Map<String, String>> WAYS = read(TABLE);

  private static Cast cast;

  @Autowired Trade trade;
  @Autowired CapturedEvents events;
  @Autowired JdbcClient jdbc;

  private static Map<String, Map<String, String>> read(String table) {
    List<List<String>> rows =
        table
            .lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .toList();
    List<String> heads = rows.getFirst();
    Map<String, Map<String, String>> ways = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> way = new HashMap<>();
      for (int i = 1; i < row.size(); i++) {
        way.put(heads.get(i), row.get(i));
      }
      ways.put(row.getFirst(), way);
    }
    return ways;
  }

  /** The answer that the table asks for. */
  private static int expected(String from, String to, String caller) {
    String who = WAYS.get(from).get(to);
    return switch (caller) {
      case "client", "other client" -> 403; // no client ever moves an intervention
      case "colleague", "other technician" -> 404;
      case "technician" ->
          from.equals("NEW") ? 404 : who.equals(".") ? 409 : who.contains("t") ? 200 : 403;
      case "owner" -> who.equals(".") ? 409 : who.contains("d") ? 200 : 403;
      default -> who.equals(".") ? 409 : 200;
    };
  }

  private Cast cast() {
    if (cast == null) {
      cast = trade.cast();
    }
    return cast;
  }

  static Stream<String> statuses() {
    return WAYS.keySet().stream().sorted();
  }

  static Stream<Arguments> allowed() {
    return statuses()
        .flatMap(
            from ->
                statuses()
                    .flatMap(
                        to ->
                            CALLERS.stream()
                                .filter(caller -> expected(from, to, caller) == 200)
                                .map(caller -> Arguments.of(from, to, caller))));
  }

  @ParameterizedTest(name = "{0} to {1} by the {2}")
  @MethodSource("allowed")
  void whatTheTableAllowsHappens(String from, String to, String name) {
    UUID id = trade.interventionIn(from, cast());
    long before = trade.version(id);
    Caller caller = cast().called(name);

    Answer answer = trade.move(caller, id, trade.takesAll(to, cast()));

    // A technician who refuses an intervention no longer sees it.
    boolean outOfSight = name.equals("technician") && to.equals("NEW");
    assertThat(answer.status()).as(answer.text()).isIn(outOfSight ? List.of(200, 204) : List.of(200));
    assertThat(trade.version(id)).isEqualTo(before + 1);
    assertThat(trade.read(cast().admin(), id).is(200).body().path("status").path("code").asString())
        .isEqualTo(to);
    assertThat(events.awaitSequence(id, before + 1).getLast())
        .satisfies(
            event -> {
              assertThat(event.routingKey()).isEqualTo("intervention.status-changed");
              assertThat(event.sequence()).isEqualTo(before + 1);
              assertThat(event.data().path("transition").path("from").path("code").asString())
                  .isEqualTo(from);
              assertThat(event.data().path("transition").path("to").path("code").asString())
                  .isEqualTo(to);
              assertThat(event.data().path("changedBy").path("id").asString())
                  .isEqualTo(caller.id().toString());
            });
  }

  @ParameterizedTest(name = "from {0}")
  @MethodSource("statuses")
  void whatItDoesNotAllowIsRefusedAndLeavesNoTrace(String from) {
    UUID id = trade.interventionIn(from, cast());
    long version = trade.version(id);
    try (var stored = new Stored(jdbc, id)) {
      var before = stored.rows();
      assertThat(before.get("intervention_change")).isNotEmpty();
      for (String to : WAYS.keySet()) {
        for (String caller : CALLERS) {
          if (expected(from, to, caller) == 200) {
            continue;
          }
          Answer answer =
              trade.move(cast().called(caller), id, version, trade.takesAll(to, cast()));
          isRefused(answer, from, to, caller);
          assertThat(stored.rows())
              .as("what is stored after %s to %s by the %s", from, to, caller)
              .isEqualTo(before);
        }
      }
    }
  }

  private static void isRefused(Answer answer, String from, String to, String caller) {
    int expected = expected(from, to, caller);
    assertThat(answer.status())
        .as("%s to %s by the %s: %s", from, to, caller, answer.text())
        .isEqualTo(expected);
    switch (expected) {
      case 403 -> answer.isProblem(403, "forbidden");
      case 404 -> answer.isProblem(404, "not-found");
      default -> {
        answer.isProblem(409, "transition-not-allowed");
        assertThat(answer.body().path("from").asString()).isEqualTo(from);
        assertThat(answer.body().path("to").asString()).isEqualTo(to);
        assertThat(codes(answer.body().required("allowedTransitions")))
            .as("what %s may do from %s", caller, from)
            .isEqualTo(allowedFrom(from, caller));
      }
    }
  }

  @ParameterizedTest(name = "in {0}")
  @MethodSource("statuses")
  void everyAnswerSaysWhatItsReaderMayDo(String status) {
    UUID id = trade.interventionIn(status, cast());
    for (String caller : CALLERS) {
      Answer answer = trade.read(cast().called(caller), id);
      if (answer.status() == 404) {
        continue;
      }
      assertThat(codes(answer.is(200).body().path("allowedTransitions")))
          .as("%s as %s", status, caller)
          .isEqualTo(allowedFrom(status, caller));
    }
  }

  private static Set<String> allowedFrom(String from, String caller) {
    return statuses()
        .filter(to -> expected(from, to, caller) == 200)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codes(JsonNode transitions) {
    return StreamSupport.stream(transitions.spliterator(), false)
        .map(way -> way.isString() ? way.asString() : way.required("to").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "{0} to {1} without {2}")
  @CsvSource({
    "NEW,         ASSIGNED,    owner,      technicianId",
    "NEW,         SCHEDULED,   owner,      technicianId",
    "NEW,         SCHEDULED,   owner,      plannedStart",
    "NEW,         SCHEDULED,   owner,      plannedEnd",
    "ASSIGNED,    SCHEDULED,   owner,      plannedStart",
    "ON_HOLD,     SCHEDULED,   owner,      plannedStart",
    "UNRESOLVED,  SCHEDULED,   owner,      plannedStart",
    "ASSIGNED,    NEW,         technician, reason",
    "SCHEDULED,   NEW,         owner,      reason",
    "EN_ROUTE,    ON_HOLD,     technician, reason",
    "IN_PROGRESS, ON_HOLD,     technician, reason",
    "IN_PROGRESS, DONE,        technician, report",
    "IN_PROGRESS, UNRESOLVED,  technician, report",
    "IN_PROGRESS, UNRESOLVED,  technician, reason",
    "DONE,        IN_PROGRESS, owner,      reason",
    "NEW,         CANCELLED,   owner,      reason",
    "ASSIGNED,    CANCELLED,   owner,      reason",
    "SCHEDULED,   CANCELLED,   owner,      reason",
    "ON_HOLD,     CANCELLED,   owner,      reason",
    "EN_ROUTE,    CANCELLED,   admin,      reason",
    "IN_PROGRESS, CANCELLED,   admin,      reason",
    "CLOSED,      NEW,         admin,      reason",
    "CANCELLED,   NEW,         admin,      reason"
  })
  void whatATransitionNeedsIsAskedFor(String from, String to, String caller, String need) {
    UUID id = trade.interventionIn(from, cast());
    Map<String, Object> body = new HashMap<>(trade.takesAll(to, cast()));
    body.remove(need);
    try (var stored = new Stored(jdbc, id)) {
      var before = stored.rows();

      trade
          .move(cast().called(caller), id, body)
          .isProblem(422, "invalid-values")
          .pointsAt("#/" + need);

      body.put(need, "   ");
      if (need.equals("reason") || need.equals("report")) {
        trade.move(cast().called(caller), id, body).is(422).pointsAt("#/" + need);
      }
      assertThat(stored.rows()).isEqualTo(before);
    }
  }

  @ParameterizedTest(name = "from {0}")
  @MethodSource("statuses")
  void whatAStepHasNoPlaceForIsRefusedAndTheStepSaysSo(String from) {
    Caller admin = cast().admin();
    UUID id = trade.interventionIn(from, cast());
    Map<String, Object> said =
        Map.of("technicianId", cast().technician().id(), "report", "Joint remplacé.");
    Map<String, String> names = Map.of("technicianId", "technician", "report", "report");
    for (JsonNode way : trade.read(admin, id).is(200).body().path("allowedTransitions")) {
      String to = way.required("to").asString();
      Set<String> takes = codes(way.required("takes"));
      assertThat(takes).as("%s to %s", from, to).contains("reason");
      assertThat(takes.contains("slot")).isEqualTo(to.equals("SCHEDULED"));
      said.forEach(
          (member, value) -> {
            if (!takes.contains(names.get(member))) {
              Map<String, Object> body = new HashMap<>(trade.takesAll(to, cast()));
              assertThat(body).as("%s to %s takes it", from, to).doesNotContainKey(member);
              body.put(member, value);
              trade.move(admin, id, body).is(422).pointsAt("#/" + member);
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOWHERE", "new", ""})
  void aStatusThatIsNotInTheListIsNotPossible(String to) {
    UUID id = trade.newIntervention(cast());

    trade.move(cast().owner(), id, Map.of("to", to)).is(422).pointsAt("#/to");
  }

  @Test
  void theOrderOfRefusals() {
    UUID id = trade.interventionIn("ASSIGNED", cast());
    long version = trade.version(id);

    // Out of sight comes first, whatever else is wrong.
    trade.move(cast().colleague(), id, 99, Map.of("to", "DONE")).isProblem(404, "not-found");
    // Then who builds on what is no longer so.
    trade.move(cast().owner(), id, version - 1, Map.of("to", "DONE")).isProblem(412, "stale-version");
    // Then what the list does not have, then what it has for others, then what is missing.
    trade.move(cast().owner(), id, version, Map.of("to", "DONE")).is(409);
    trade.move(cast().owner(), id, version, Map.of("to", "EN_ROUTE")).isProblem(403, "forbidden");
    trade.move(cast().owner(), id, version, Map.of("to", "CANCELLED")).isProblem(422, "invalid-values");
    assertThat(trade.version(id)).isEqualTo(version);
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    UUID id = trade.interventionIn("IN_PROGRESS", cast());

    Answer answer = trade.move(cast().technician(), id, Map.of("to", "UNRESOLVED"));

    answer.is(422).pointsAt("#/report").pointsAt("#/reason");
    List<String> pointers = new ArrayList<>();
    answer.body().path("errors").forEach(error -> pointers.add(error.path("pointer").asString()));
    assertThat(pointers).containsExactlyInAnyOrder("#/report", "#/reason");
  }
}
