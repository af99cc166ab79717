package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

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
  @Autowired Tokens tokens;

  @BeforeEach
  void people() {
    if (cast == null) {
      cast = trade.cast();
    }
  }

  /** One thing that somebody tries. */
  private record Attempt(HttpMethod method, String uri, @Nullable Long version, @Nullable Object body) {}

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

  private static boolean roleMay(String what, String who) {
    String role =
        switch (who) {
          case "owner", "colleague" -> "DISPATCHER";
          case "technician", "other technician" -> "TECHNICIAN";
          case "client", "other client" -> "CLIENT";
          case "partner" -> "PARTNER";
          default -> "ADMIN";
        };
    return switch (what) {
      case "read", "read history", "read as of", "print report", "read appointment" ->
          !role.equals("PARTNER");
      case "read status", "read transition", "read urgency" -> !role.equals("PARTNER");
      case "cancel", "set off", "change", "replace", "hand over" ->
          !List.of("CLIENT", "PARTNER").contains(role);
      case "busy" -> List.of("ADMIN", "DISPATCHER").contains(role);
      default -> role.equals("ADMIN");
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

  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    Caller owner = cast.owner();
    List<RestTestClient> strangers =
        List.of(
            api.anonymous(),
            api.withToken("nonsense"),
            api.withToken(tokens.expired(owner)),
            api.withToken(tokens.foreign(owner)),
            api.withToken(tokens.foreignIssuer(owner)),
            api.withToken(tokens.forged(owner)),
            api.withToken(tokens.unsigned(owner)),
            api.withToken(tokens.idToken(owner)));
    for (List<String> row : ROWS.subList(1, ROWS.size())) {
      for (Attempt attempt :
          row.getLast().equals("-")
              ? List.of(onTheirs(row.getFirst()))
              : List.of(onTheirs(row.getFirst()), onUnknown(row.getFirst()))) {
        for (RestTestClient stranger : strangers) {
          trade
              .send(stranger, attempt.method(), attempt.uri(), attempt.version(), attempt.body())
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
