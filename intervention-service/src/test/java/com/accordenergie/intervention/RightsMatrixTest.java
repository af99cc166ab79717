package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, row by row; real tokens against the real filter chain. */
@ServiceTest
class RightsMatrixTest {

  /**
   * On an intervention that the owner created for the client and assigned to the technician. The last
   * column is what a role gets that may use the route, when the id is unknown; a dash: there is none.
   */
  private static final String TABLE =
      """
      what              | admin | owner | colleague | technician | other technician | client | other client | partner | unknown
      create            | 201   | 201   | 201       | 403        | 403              | 403    | 403          | 403     | -
      list              | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | -
      read              | 200   | 200   | 404       | 200        | 404              | 200    | 404          | 403     | 404
      read history      | 200   | 200   | 404       | 200        | 404              | 200    | 404          | 403     | 404
      read as of        | 200   | 200   | 404       | 200        | 404              | 200    | 404          | 403     | 404
      print report      | 200   | 200   | 404       | 200        | 404              | 200    | 404          | 403     | 404
      read appointment  | 200   | 200   | 404       | 200        | 404              | 200    | 404          | 403     | 404
      change            | 200   | 200   | 404       | 403        | 404              | 403    | 403          | 403     | 404
      replace           | 200   | 200   | 404       | 403        | 404              | 403    | 403          | 403     | 404
      hand over         | 200   | 403   | 404       | 403        | 404              | 403    | 403          | 403     | 404
      cancel            | 200   | 200   | 404       | 403        | 404              | 403    | 403          | 403     | 404
      set off           | 200   | 403   | 404       | 200        | 404              | 403    | 403          | 403     | 404
      busy              | 200   | 200   | 200       | 403        | 403              | 403    | 403          | 403     | 404
      planning          | 200   | 200   | 200       | 403        | 403              | 403    | 403          | 403     | -
      statistics        | 200   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | -
      follow live       | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | -
      list statuses     | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | -
      list transitions  | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | -
      list urgencies    | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | -
      read status       | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | 404
      read transition   | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | 404
      read urgency      | 200   | 200   | 200       | 200        | 200              | 200    | 200          | 403     | 404
      add status        | 201   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | -
      add urgency       | 201   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | -
      add transition    | 201   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | -
      change status     | 200   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      change transition | 200   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      change urgency    | 200   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      remove status     | 204   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      remove transition | 204   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      remove urgency    | 204   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      read consumers    | 200   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      list parked       | 200   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      replay parked     | 202   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      replay one parked | 404   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      dismiss parked    | 404   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      rebuild           | 404   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      read comparison   | 404   | 403   | 403       | 403        | 403              | 403    | 403          | 403     | 404
      """;

  private static final List<List<String>> ROWS =
      TABLE
          .lines()
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
          .toList();

  private static Cast cast;

  @Autowired Trade trade;
  @Autowired Lists lists;
  @Autowired Api api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @BeforeEach
  void people() {
    if (cast == null) {
      cast = trade.cast();
    }
  }

  /** One thing that somebody tries. */
  private record Attempt(HttpMethod method, String uri, @Nullable Long version, @Nullable Object body) {

    /** With an answer to read: HEAD stands for a GET that would never end. */
    HttpMethod read() {
      return method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    }
  }

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (List<String> row : ROWS.subList(1, ROWS.size())) {
      for (int i = 1; i < row.size() - 1; i++) {
        cells.add(Arguments.of(row.getFirst(), ROWS.getFirst().get(i), Integer.valueOf(row.get(i))));
      }
    }
    return cells.stream();
  }

  static Stream<Arguments> cellsWithAnId() {
    return cells()
        .filter(cell -> !row((String) cell.get()[0]).getLast().equals("-"))
        .map(
            cell -> {
              String what = (String) cell.get()[0];
              String who = (String) cell.get()[1];
              // Whose role may never use the route reads 403 whatever the id; others find nothing.
              return Arguments.of(what, who, roleMay(what, who) ? 404 : 403);
            });
  }

  private static List<String> row(String what) {
    return ROWS.stream().filter(row -> row.getFirst().equals(what)).findFirst().orElseThrow();
  }

  /** Whether the route is for the role at all, be it only on what is their own. */
  private static boolean roleMay(String what, String who) {
    List<String> heads = ROWS.getFirst();
    return heads.stream()
        .filter(other -> roleOf(other).equals(roleOf(who)))
        .anyMatch(other -> !row(what).get(heads.indexOf(other)).equals("403"));
  }

  private static String roleOf(String who) {
    return switch (who) {
      case "owner", "colleague" -> "dispatcher";
      case "other technician" -> "technician";
      case "other client" -> "client";
      default -> who;
    };
  }

  @ParameterizedTest(name = "{0} as the {1}: {2}")
  @MethodSource("cells")
  void everyRoleDoesWhatIsTheirsAndNothingElse(String what, String who, int status) {
    Attempt attempt = onTheirs(what);

    Answer answer = attempt(cast.called(who), attempt);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    answer.isClean();
  }

  @ParameterizedTest(name = "{0} as the {1}: {2}")
  @MethodSource("cellsWithAnId")
  void whatIsUnknownIsThereForNobody(String what, String who, int status) {
    Answer answer = attempt(cast.called(who), onUnknown(what));

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @Test
  void whatIsForeignAnswersToTheByteAsWhatIsUnknown() {
    for (List<String> row : ROWS.subList(1, ROWS.size())) {
      for (int i = 1; i < row.size() - 1; i++) {
        if (!row.get(i).equals("404")) {
          continue;
        }
        Caller stranger = cast.called(ROWS.getFirst().get(i));
        Attempt foreign = onTheirs(row.getFirst());
        Attempt unknown = onUnknown(row.getFirst());
        assertThat(withoutIds(attempt(stranger, foreign)))
            .as("%s as the %s", row.getFirst(), ROWS.getFirst().get(i))
            .isEqualTo(withoutIds(attempt(stranger, unknown)));
      }
    }
  }

  /** A route without a row would be one of whose rights nobody has thought. */
  @Test
  void everyRouteOfTheServiceHasARow() {
    ApiRoutes known = ApiRoutes.of(routes);

    assertThat(routes.getHandlerMethods()).hasSizeGreaterThan(30);
    assertThat(
            ROWS.stream()
                .skip(1)
                .map(row -> onTheirs(row.getFirst()))
                .map(attempt -> known.of(attempt.read(), attempt.uri())))
        .containsAll(known.all());
  }

  /** An admin's, who would be answered if their token were taken. */
  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    Collection<RestTestClient> strangers = api.strangers(cast.admin()).values();
    for (List<String> row : ROWS.subList(1, ROWS.size())) {
      for (Attempt attempt :
          row.getLast().equals("-")
              ? List.of(onTheirs(row.getFirst()))
              : List.of(onTheirs(row.getFirst()), onUnknown(row.getFirst()))) {
        for (RestTestClient stranger : strangers) {
          trade
              .send(stranger, attempt.read(), attempt.uri(), attempt.version(), attempt.body())
              .isProblem(401, "unauthenticated");
        }
      }
    }
  }

  @Test
  void afterAHandOverTheNewOwnerTakesOverAndTheFormerOneIsAStranger() {
    UUID id = trade.newIntervention(cast);

    trade.change(cast.admin(), id, Map.of("ownerId", cast.colleague().id())).is(200);

    trade.read(cast.owner(), id).isProblem(404, "not-found");
    trade.change(cast.owner(), id, Map.of("title", "À moi")).is(404);
    trade.change(cast.colleague(), id, Map.of("title", "À moi")).is(200);
  }

  @Test
  void aClientReadsTheClientsWordingAndNothingInternal() {
    UUID id = trade.newIntervention(cast);
    trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
    trade
        .move(cast.technician(), id, Map.of("to", "NEW", "reason", "CANARY refus interne"))
        .isClean();
    Answer answer = trade.read(cast.client(), id).is(200);
    assertThat(answer.body().path("status").path("label").asString()).isEqualTo("Demande enregistrée");
    assertThat(answer.text()).doesNotContain("CANARY", cast.owner().id().toString(), "ownerId", "overrideReason");
    assertThat(trade.history(cast.client(), id).is(200).text())
        .doesNotContain("CANARY", cast.owner().id().toString(), cast.technician().id().toString());

    UUID held = trade.interventionIn("ON_HOLD", cast);
    assertThat(trade.read(cast.client(), held).body().path("status").path("label").asString())
        .isEqualTo("En attente : " + Trade.REASON);
    assertThat(trade.get(cast.client(), "/api/v1/interventions").is(200).text())
        .contains(held.toString(), "Camille Martin")
        .doesNotContain("CANARY", "dueAt", "overdue")
        .doesNotContain(cast.owner().id().toString(), cast.technician().id().toString());
  }

  // What is tried ----------------------------------------------------------------------------------

  private Attempt onTheirs(String what) {
    return switch (what) {
      case "create" -> new Attempt(HttpMethod.POST, "/api/v1/interventions", null, trade.request(cast));
      case "list" -> get("/api/v1/interventions");
      case "busy" -> busy(cast.technician().id());
      case "planning" ->
          get(
              "/api/v1/planning?from=%s&to=%s"
                  .formatted(Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS)));
      case "statistics" -> get("/api/v1/statistics");
      case "follow live" -> new Attempt(HttpMethod.HEAD, "/api/v1/events", null, null);
      case "list statuses" -> get("/api/v1/statuses");
      case "list transitions" -> get("/api/v1/transitions");
      case "list urgencies" -> get("/api/v1/urgencies");
      case "add status" -> new Attempt(HttpMethod.POST, "/api/v1/statuses", null, Lists.status(Lists.freshCode()));
      case "add urgency" -> new Attempt(HttpMethod.POST, "/api/v1/urgencies", null, Lists.urgency(Lists.freshCode()));
      case "add transition" ->
          new Attempt(
              HttpMethod.POST,
              "/api/v1/transitions",
              null,
              Lists.transition("NEW", lists.inactiveStatus(cast.admin())));
      case "read status", "change status", "remove status" -> onStatus(what, lists.inactiveStatus(cast.admin()), 1L);
      case "read urgency", "change urgency", "remove urgency" ->
          onUrgency(what, lists.inactiveUrgency(cast.admin()), 1L);
      case "read transition", "change transition", "remove transition" -> {
        String to = lists.inactiveStatus(cast.admin());
        yield onTransition(what, lists.inactiveTransition(cast.admin(), "NEW", to), to);
      }
      case "read consumers", "list parked", "replay parked", "replay one parked", "dismiss parked",
          "rebuild", "read comparison" ->
          onConsumers(what, "intervention-service");
      case "print report" -> onIntervention(what, trade.interventionIn("DONE", cast), 1L);
      case "read appointment" -> onIntervention(what, trade.interventionIn("SCHEDULED", cast), 1L);
      default -> {
        UUID id = trade.interventionIn("ASSIGNED", cast);
        yield onIntervention(what, id, trade.version(id));
      }
    };
  }

  private Attempt onUnknown(String what) {
    UUID unknown = UUID.randomUUID();
    return switch (what) {
      case "busy" -> busy(unknown);
      case "read consumers", "list parked", "replay parked", "replay one parked", "dismiss parked",
          "rebuild", "read comparison" ->
          onConsumers(what, "unknown-service");
      case "read status", "change status", "remove status" -> onStatus(what, Lists.freshCode(), 1L);
      case "read urgency", "change urgency", "remove urgency" -> onUrgency(what, Lists.freshCode(), 1L);
      case "read transition", "change transition", "remove transition" -> onTransition(what, unknown, "CLOSED");
      default -> onIntervention(what, unknown, 1L);
    };
  }

  private Attempt onIntervention(String what, UUID id, long version) {
    String uri = "/api/v1/interventions/" + id;
    return switch (what) {
      case "read" -> get(uri);
      case "read history" -> get(uri + "/history");
      case "print report" -> get(uri + "/report.pdf");
      case "read appointment" -> get(uri + "/appointment.ics");
      case "read as of" -> get(uri + "/history?asOf=" + Instant.now().plusSeconds(60));
      case "change" -> new Attempt(HttpMethod.PATCH, uri, version, Map.of("title", "Autre titre"));
      case "replace" ->
          new Attempt(HttpMethod.PATCH, uri, version, Map.of("technicianId", cast.otherTechnician().id()));
      case "hand over" -> new Attempt(HttpMethod.PATCH, uri, version, Map.of("ownerId", cast.colleague().id()));
      case "cancel" ->
          new Attempt(
              HttpMethod.POST,
              uri + "/transitions",
              version,
              Map.of("to", "CANCELLED", "reason", Trade.REASON));
      case "set off" ->
          new Attempt(HttpMethod.POST, uri + "/transitions", version, Map.of("to", "EN_ROUTE"));
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static Attempt onStatus(String what, String code, long version) {
    String uri = "/api/v1/statuses/" + code;
    return what.startsWith("read")
        ? get(uri)
        : what.startsWith("change")
            ? new Attempt(HttpMethod.PUT, uri, version, Lists.status(code))
            : new Attempt(HttpMethod.DELETE, uri, version, null);
  }

  private static Attempt onUrgency(String what, String code, long version) {
    String uri = "/api/v1/urgencies/" + code;
    return what.startsWith("read")
        ? get(uri)
        : what.startsWith("change")
            ? new Attempt(HttpMethod.PUT, uri, version, Lists.urgency(code))
            : new Attempt(HttpMethod.DELETE, uri, version, null);
  }

  private static Attempt onTransition(String what, UUID id, String to) {
    String uri = "/api/v1/transitions/" + id;
    return what.startsWith("read")
        ? get(uri)
        : what.startsWith("change")
            ? new Attempt(HttpMethod.PUT, uri, 1L, Lists.transition("NEW", to))
            : new Attempt(HttpMethod.DELETE, uri, 1L, null);
  }

  /** No event is parked under the number 0, and no projection has that name. */
  private static Attempt onConsumers(String what, String service) {
    String uri = "/api/v1/consumers/" + service;
    return switch (what) {
      case "read consumers" -> get(uri);
      case "list parked" -> get(uri + "/parked");
      case "replay parked" ->
          new Attempt(
              HttpMethod.POST, uri + "/parked/replay", null, Map.of("queue", "intervention-service.people"));
      case "replay one parked" -> new Attempt(HttpMethod.POST, uri + "/parked/0/replay", null, null);
      case "dismiss parked" -> new Attempt(HttpMethod.DELETE, uri + "/parked/0?reason=Inutile", 1L, null);
      case "rebuild" ->
          new Attempt(HttpMethod.POST, uri + "/projections/nothing/rebuild", null, Map.of("repair", false));
      case "read comparison" -> get(uri + "/projections/nothing/comparison");
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static Attempt busy(UUID technician) {
    Instant now = Instant.now();
    return get(
        "/api/v1/technicians/%s/busy?from=%s&to=%s".formatted(technician, now, now.plus(1, ChronoUnit.DAYS)));
  }

  private static Attempt get(String uri) {
    return new Attempt(HttpMethod.GET, uri, null, null);
  }

  private Answer attempt(Caller caller, Attempt attempt) {
    return trade.send(caller, attempt.method(), attempt.uri(), attempt.version(), attempt.body());
  }

  private static String withoutIds(Answer answer) {
    return answer.status()
        + " "
        + answer.type()
        + " "
        + answer.text().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>");
  }
}
