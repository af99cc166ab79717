package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Nonsense in the admin's lists is answered with where it stands, and changes nothing. */
@ServiceTest
class BadListInputTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static Row status;
  private static Row transition;
  private static Row urgency;

  private final Caller admin = Caller.admin(UUID.randomUUID());

  @Autowired Trade trade;
  @Autowired Lists lists;
  @Autowired Api api;
  @Autowired JdbcClient jdbc;

  private List<Object> before;

  /** An inactive row of a list, and another that could be added beside it. */
  private record Row(String list, String key, Map<String, Object> body, Map<String, Object> another) {

    String uri() {
      return "/api/v1/" + list + "/" + key;
    }
  }

  @BeforeEach
  void rowsOfTheTestsOwn() {
    if (status == null) {
      String code = lists.inactiveStatus(admin);
      status = new Row("statuses", code, Lists.status(code), Lists.status(Lists.freshCode()));
      transition =
          new Row(
              "transitions",
              lists.inactiveTransition(admin, "NEW", code).toString(),
              Lists.transition("NEW", code),
              Lists.transition("ASSIGNED", code));
      String rank = lists.inactiveUrgency(admin);
      urgency = new Row("urgencies", rank, Lists.urgency(rank), Lists.urgency(Lists.freshCode()));
    }
    before = everything();
  }

  /** To the last column; the lock counts the changes, and so the events of them. */
  private List<Object> everything() {
    return Stream.of("status", "transition", "urgency", "list_lock")
        .<Object>map(table -> jdbc.sql("select * from " + table + " order by 1").query().listOfRows())
        .toList();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(everything()).usingRecursiveComparison().isEqualTo(before);
  }

  private static Row rowOf(String list) {
    return switch (list) {
      case "statuses" -> status;
      case "transitions" -> transition;
      default -> urgency;
    };
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "statuses    | code            | null                          | 422",
        "statuses    | code            | '\"\"'                        | 422",
        "statuses    | code            | '\"A\"'                       | 422",
        "statuses    | code            | '\"lower\"'                   | 422",
        "statuses    | code            | '\"ÉTAT\"'                    | 422",
        "statuses    | code            | '\"A234567890123456789012345678901\"' | 422",
        "statuses    | code            | 7                             | 400",
        "statuses    | code            | '[\"CODE\"]'                  | 400",
        "statuses    | code            | '\"NUL\\u0000\"'              | 400",
        "statuses    | labelFr         | null                          | 422",
        "statuses    | labelFr         | '\"\"'                        | 422",
        "statuses    | labelFr         | '\"  \"'                      | 422",
        "statuses    | labelFr         | '\"nul\\u0000\"'              | 400",
        "statuses    | labelFr         | '\"\\ud800\"'                 | 400",
        "statuses    | labelEn         | 5                             | 400",
        "statuses    | labelEn         | '{}'                          | 400",
        "statuses    | clientLabelFr   | '\"\"'                        | 422",
        "statuses    | clientLabelEn   | false                         | 400",
        "statuses    | category        | null                          | 422",
        "statuses    | category        | '\"SOMEDAY\"'                 | 400",
        "statuses    | category        | 1                             | 400",
        "statuses    | clock           | null                          | 422",
        "statuses    | clock           | '\"WALK\"'                    | 400",
        "statuses    | clock           | 0                             | 400",
        "statuses    | position        | null                          | 400",
        "statuses    | position        | -1                            | 422",
        "statuses    | position        | 10001                         | 422",
        "statuses    | position        | 40000                         | 400",
        "statuses    | position        | 1e400                         | 400",
        "statuses    | position        | 1.5                           | 400",
        "statuses    | position        | '\"5\"'                       | 400",
        "statuses    | color           | null                          | 422",
        "statuses    | color           | '\"red\"'                     | 422",
        "statuses    | color           | '\"#12345\"'                  | 422",
        "statuses    | color           | '\"#1234567\"'                | 422",
        "statuses    | color           | '\"#GG0000\"'                 | 422",
        "statuses    | color           | 255                           | 400",
        "statuses    | active          | null                          | 400",
        "statuses    | active          | '\"yes\"'                     | 400",
        "statuses    | active          | 1                             | 400",
        "statuses    | version         | 1                             | 400",
        "statuses    | whatever        | 1                             | 400",
        "transitions | from            | '\"NOWHERE\"'                 | 422",
        "transitions | from            | '\"NEW \"'                    | 422",
        "transitions | from            | '\"ÉTAT\"'                    | 422",
        "transitions | from            | '\"\"'                        | 422",
        "transitions | from            | 1                             | 400",
        "transitions | from            | '{\"code\":\"NEW\"}'          | 400",
        "transitions | from            | '\"NEW\\u0000\"'              | 400",
        "transitions | to              | null                          | 422",
        "transitions | to              | '\"NOWHERE\"'                 | 422",
        "transitions | to              | '\"🔥\"'                      | 422",
        "transitions | to              | '[]'                          | 400",
        "transitions | byDispatcher    | null                          | 400",
        "transitions | byTechnician    | '\"true\"'                    | 400",
        "transitions | needsReason     | 1                             | 400",
        "transitions | needsReport     | '{}'                          | 400",
        "transitions | needsTechnician | '\"\"'                        | 400",
        "transitions | needsSlot       | 0.5                           | 400",
        "transitions | active          | null                          | 400",
        "transitions | id              | '\"00000000-0000-0000-0000-000000000000\"' | 400",
        "urgencies   | code            | '\"with space\"'              | 422",
        "urgencies   | code            | null                          | 422",
        "urgencies   | labelFr         | '\"\"'                        | 422",
        "urgencies   | labelEn         | null                          | 422",
        "urgencies   | rank            | -1                            | 422",
        "urgencies   | rank            | 1001                          | 422",
        "urgencies   | rank            | 99999                         | 400",
        "urgencies   | rank            | '\"high\"'                    | 400",
        "urgencies   | rank            | null                          | 400",
        "urgencies   | color           | '\"rgb(1,2,3)\"'              | 422",
        "urgencies   | takeOverMinutes | 0                             | 422",
        "urgencies   | takeOverMinutes | 6001                          | 422",
        "urgencies   | takeOverMinutes | '\"PT8H\"'                    | 400",
        "urgencies   | resolveMinutes  | 525601                        | 422",
        "urgencies   | resolveMinutes  | 2147483648                    | 400",
        "urgencies   | resolveMinutes  | null                          | 400",
        "urgencies   | active          | '\"no\"'                      | 400",
        "urgencies   | label           | '\"Urgent\"'                  | 400"
      })
  void aRowSaysWhichMemberIsWrongWhetherAddedOrChanged(
      String list, String member, String value, int code) {
    Row row = rowOf(list);

    trade
        .post(admin, "/api/v1/" + list, with(row.another(), member, value))
        .isProblem(code, code == 400 ? "malformed-request" : "invalid-values")
        .pointsAt("#/" + member);
    trade
        .send(admin, HttpMethod.PUT, row.uri(), 1L, with(row.body(), member, value))
        .isProblem(code, code == 400 ? "malformed-request" : "invalid-values")
        .pointsAt("#/" + member);
  }

  /** The body with that member, as it stands on the wire. */
  private static String with(Map<String, Object> body, String member, String value) {
    ObjectNode tree = JSON.valueToTree(body);
    tree.put(member, "@");
    return JSON.writeValueAsString(tree).replace("\"@\"", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"statuses", "transitions", "urgencies"})
  void whatIsMissingIsNotGuessed(String list) {
    Row row = rowOf(list);
    for (String member : row.body().keySet()) {
      if (member.equals("from")) {
        continue; // Nothing before it: the creation.
      }
      ObjectNode body = JSON.valueToTree(row.another());
      body.remove(member);

      Answer answer = trade.post(admin, "/api/v1/" + list, body);

      assertThat(answer.status()).as("%s without %s: %s", list, member, answer.text()).isIn(400, 422);
      answer.isClean().pointsAt("#/" + member);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"statuses", "transitions", "urgencies"})
  void aBodyThatIsNoRowIsMalformed(String list) {
    Row row = rowOf(list);
    for (String body : List.of("", "{", "[]", "null", "\"NEW\"", "{\"code\":\"A\",\"code\":\"B\"}", "{} {}")) {
      trade.post(admin, "/api/v1/" + list, body).isProblem(400, "malformed-request");
      trade.send(admin, HttpMethod.PUT, row.uri(), 1L, body).isProblem(400, "malformed-request");
    }
    String large = with(row.another(), "labelFr", "\"" + "x".repeat(2_000_000) + "\"");
    trade.post(admin, "/api/v1/" + list, large).isProblem(413, "body-too-large");
  }

  @Test
  void labelsHaveABound() {
    for (Row row : List.of(status, urgency)) {
      String tooLong = with(row.another(), "labelFr", "\"" + "é".repeat(61) + "\"");
      trade.post(admin, "/api/v1/" + row.list(), tooLong).is(422).pointsAt("#/labelFr");
    }
  }

  @Test
  void aStatusDoesNotFollowItself() {
    trade
        .post(admin, "/api/v1/transitions", Lists.transition(status.key(), status.key()))
        .isProblem(422, "invalid-values")
        .pointsAt("#/to");
    trade
        .send(admin, HttpMethod.PUT, transition.uri(), 1L, Lists.transition(status.key(), "NEW"))
        .isProblem(422, "invalid-values")
        .pointsAt("#/from");
  }

  @Test
  void aCodeIsForEver() {
    for (Row row : List.of(status, urgency)) {
      Map<String, Object> renamed = Lists.with(row.body(), "code", Lists.freshCode());
      trade.send(admin, HttpMethod.PUT, row.uri(), 1L, renamed).is(422).pointsAt("#/code");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"statuses", "transitions", "urgencies"})
  void everyChangeSaysWhatItBuildsOn(String list) {
    Row row = rowOf(list);
    for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
      Object body = method == HttpMethod.PUT ? row.body() : null;
      trade.send(admin, method, row.uri(), null, body).isProblem(428, "version-required");
      trade.send(admin, method, row.uri(), 7L, body).isProblem(412, "stale-version");
      for (String nonsense : List.of("one", "1", "\"one\"", "\"-1\"", "W/\"x\"", "\"99999999999999999999\"")) {
        Answer answer =
            trade.send(api.as(admin), method, row.uri(), Map.of("If-Match", nonsense), body);
        assertThat(answer.status()).as("%s %s: %s", method, nonsense, answer.text()).isIn(400, 412);
        answer.isClean();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"statuses", "transitions", "urgencies"})
  void aKeyThatCannotBeOneIsRefused(String list) {
    for (String key : List.of("é", "k".repeat(256), "two words")) {
      trade
          .send(
              api.as(admin), HttpMethod.POST, "/api/v1/" + list, Map.of("Idempotency-Key", key),
              rowOf(list).another())
          .isProblem(400, "malformed-request")
          .pointsAt("Idempotency-Key");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statuses/NOWHERE",
        "statuses/NEW%20",
        "statuses/new",
        "statuses/%C3%89TAT",
        "statuses/%F0%9F%94%A5",
        "statuses/%00",
        "urgencies/SOON",
        "urgencies/HIGH%20",
        "urgencies/%C3%89",
        "urgencies/%00",
        "transitions/x",
        "transitions/%00",
        "transitions/%C3%89",
        "transitions/00000000-0000-0000-0000-000000000000"
      })
  void aRowThatIsNotThere(String key) {
    Row row = rowOf(key.substring(0, key.indexOf('/')));
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
      Answer answer =
          trade.send(
              admin,
              method,
              "/api/v1/" + key,
              method == HttpMethod.GET ? null : 1L,
              method == HttpMethod.PUT ? row.body() : null);

      assertThat(answer.status()).as("%s %s: %s", method, key, answer.text()).isIn(400, 404);
      assertThat(answer.type()).startsWith("application/problem+json");
      answer.isClean();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"statuses", "transitions", "urgencies"})
  void aParameterThatIsNotKnownIsNotIgnored(String list) {
    trade.get(admin, "/api/v1/" + list + "?active=true").isProblem(400, "malformed-request").pointsAt("?active");
  }
}
