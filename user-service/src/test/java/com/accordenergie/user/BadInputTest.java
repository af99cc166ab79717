package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent: a 4xx that says where, nothing changed, nobody told. */
@ServiceTest
class BadInputTest {

  /** A member with a value that is not possible, and what the answer is. */
  private record Wrong(String member, String value, int status, String pointer) {

    static Wrong of(String member, String value, int status) {
      return new Wrong(member, value, status, "#/" + member);
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  private static final String LONG = "\"" + "x".repeat(2001) + "\"";

  private static final List<Wrong> PERSON =
      List.of(
          Wrong.of("surprise", "1", 400),
          Wrong.of("username", "5", 400),
          Wrong.of("username", "\"a\\u0000bc\"", 400),
          Wrong.of("username", "\"a\\ud800bc\"", 400),
          Wrong.of("username", "null", 422),
          Wrong.of("username", "\"\"", 422),
          Wrong.of("username", "\"ab\"", 422),
          Wrong.of("username", "\"jean dupont\"", 422),
          Wrong.of("username", "\"rené\"", 422),
          Wrong.of("username", "\"-jean\"", 422),
          Wrong.of("username", LONG, 422),
          Wrong.of("email", "null", 422),
          Wrong.of("email", "\"nobody\"", 422),
          Wrong.of("email", "\"a@b@c\"", 422),
          Wrong.of("email", LONG, 422),
          Wrong.of("email", "[]", 400),
          Wrong.of("displayName", "null", 422),
          Wrong.of("displayName", "\" \\t\"", 422),
          Wrong.of("displayName", LONG, 422),
          Wrong.of("displayName", "{}", 400),
          Wrong.of("phone", "\"pas de téléphone\"", 422),
          Wrong.of("phone", "\"12\"", 422),
          Wrong.of("phone", "\"0123456789012345\"", 422),
          Wrong.of("phone", LONG, 422),
          Wrong.of("phone", "612345678", 400),
          Wrong.of("skills", "\"Plomberie\"", 400),
          new Wrong("skills", "[1]", 400, "#/skills/0"),
          new Wrong("skills", "[\"Plomberie\",\" \"]", 422, "#/skills/1"),
          new Wrong("skills", "[null]", 422, "#/skills/0"),
          new Wrong("skills", "[" + LONG + "]", 422, "#/skills/0"),
          Wrong.of("skills", many(21), 422));

  private static final List<Wrong> USER =
      List.of(
          Wrong.of("role", "\"BOSS\"", 400),
          Wrong.of("role", "0", 400),
          Wrong.of("role", "null", 422),
          Wrong.of("clientId", "\"12\"", 400),
          Wrong.of("clientId", "12", 400),
          Wrong.of("clientId", "\"01900000-0000-7000-8000-00000000dead\"", 422));

  private static final List<Wrong> CLIENT =
      List.of(
          Wrong.of("surprise", "1", 400),
          Wrong.of("code", "\"CLI-00001\"", 400),
          Wrong.of("name", "null", 422),
          Wrong.of("name", "\"  \"", 422),
          Wrong.of("name", LONG, 422),
          Wrong.of("name", "7", 400),
          Wrong.of("name", "\"a\\u0007\"", 400),
          Wrong.of("contactName", LONG, 422),
          Wrong.of("phone", "\"appelez-moi\"", 422),
          Wrong.of("email", "\"nobody\"", 422));

  private static final List<Wrong> SITE =
      List.of(
          Wrong.of("surprise", "1", 400),
          Wrong.of("clientId", "\"01900000-0000-7000-8000-000000000001\"", 400),
          Wrong.of("name", "null", 422),
          Wrong.of("addressLine", "\"\"", 422),
          Wrong.of("addressLine", LONG, 422),
          Wrong.of("postalCode", "null", 422),
          Wrong.of("postalCode", "69003", 400),
          Wrong.of("postalCode", "\"6900\"", 422),
          Wrong.of("postalCode", "\"٦٩٠٠٣\"", 422),
          Wrong.of("city", "\" \"", 422),
          Wrong.of("contactPhone", "\"...\"", 422),
          Wrong.of("accessNotes", LONG, 422));

  private static final List<Wrong> ACTIVE =
      List.of(
          Wrong.of("active", "null", 422),
          Wrong.of("active", "\"true\"", 400),
          Wrong.of("active", "1", 400));

  private static final Map<String, Thing> UNTOUCHED = new ConcurrentHashMap<>();

  @Autowired Office office;
  @Autowired Api api;
  @Autowired JdbcClient jdbc;

  static Stream<Arguments> members() {
    List<Arguments> all = new ArrayList<>();
    for (String kind : List.of("user", "technician", "client", "site")) {
      List<Wrong> wrongs = new ArrayList<>();
      switch (kind) {
        case "user" -> {
          wrongs.addAll(PERSON);
          wrongs.addAll(USER);
        }
        case "technician" -> wrongs.addAll(PERSON);
        case "client" -> wrongs.addAll(CLIENT);
        default -> wrongs.addAll(SITE);
      }
      wrongs.forEach(wrong -> all.add(arguments(kind, "POST", wrong)));
      wrongs.addAll(ACTIVE);
      wrongs.forEach(wrong -> all.add(arguments(kind, "PATCH", wrong)));
    }
    return all.stream();
  }

  private static Arguments arguments(String kind, String verb, Wrong wrong) {
    return Arguments.of(
        verb, kind, wrong.member(), wrong.value(), wrong.status(), wrong.pointer());
  }

  @ParameterizedTest(name = "{0} {1} {2} = {3}: {4}")
  @MethodSource("members")
  void aWrongMemberIsNamed(
      String verb, String kind, String member, String value, int status, String pointer) {
    Thing thing = untouched(kind);
    String body = "{\"" + member + "\":" + value + "}";
    RestTestClient.ResponseSpec answer;
    if (verb.equals("POST")) {
      answer = post(thing, complete(thing, member, value));
    } else {
      answer = office.patch(office.admin(), thing.uri(), 1, body);
    }

    expect(answer, status, pointer);
    assertThat(office.read(thing.uri())).isEqualTo(thing.before());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"user", "technician", "client", "site"})
  void whatIsNoObjectIsRefused(String kind) {
    Thing thing = untouched(kind);
    long told = told();
    for (String body : List.of("", "[]", "{", "null", "\"text\"", "{} {}", "{\"name\":1,\"name\":2}")) {
      assertThat(status(post(thing, body))).as(body).isEqualTo(400);
      assertThat(status(office.patch(office.admin(), thing.uri(), 1, body))).as(body).isEqualTo(400);
    }
    expect(post(thing, "{}"), 422, null);
    api.as(office.admin())
        .post()
        .uri(thing.list())
        .contentType(MediaType.TEXT_PLAIN)
        .body("x")
        .exchange()
        .expectStatus()
        .isEqualTo(415);
    api.as(office.admin())
        .patch()
        .uri(thing.uri())
        .header("If-Match", "\"1\"")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{}")
        .exchange()
        .expectStatus()
        .isEqualTo(415);
    assertThat(office.read(thing.uri())).isEqualTo(thing.before());
    assertThat(told()).isEqualTo(told);
  }

  @ParameterizedTest(name = "{0} with If-Match {1}: {2}")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "PATCH, '\"2\"', 412",
        "PATCH, '\"0\"', 412",
        "PATCH, 'W/\"1\"', 412",
        "PATCH, '1', 400",
        "PATCH, '\"1', 400",
        "PATCH, '\"9223372036854775808\"', 412",
        "PATCH, , 428",
        "DELETE, '\"2\"', 412",
        "DELETE, 'x', 400",
        "DELETE, , 428"
      })
  void aChangeSaysWhatItBuildsOn(String verb, @Nullable String ifMatch, int status) {
    for (String kind : List.of("user", "technician", "client", "site")) {
      Thing thing = thing(kind);
      var request = api.as(office.admin()).method(HttpMethod.valueOf(verb)).uri(thing.uri());
      if (ifMatch != null) {
        request.header("If-Match", ifMatch);
      }
      if (verb.equals("PATCH")) {
        request
            .contentType(MediaType.valueOf("application/merge-patch+json"))
            .body("{\"email\":\"nouveau@exemple.fr\"}".replace("email", kind.equals("site") ? "city" : "email"));
      }
      expect(request.exchange(), status, null);
      assertThat(office.read(thing.uri())).isEqualTo(thing.before());
    }
  }

  @ParameterizedTest(name = "GET {0}: {1} {2}")
  @CsvSource({
    "/users/not-an-id, 400, {id}",
    "/clients/1, 400, {id}",
    "/clients/1/sites, 400, {clientId}",
    "/clients/01900000-0000-7000-8000-000000000001/sites/x, 400, {siteId}",
    "/technicians/%20, 400, ",
    "/users?role=BOSS, 400, ?role",
    "/users?clientId=1, 400, ?clientId",
    "/users?active=maybe, 400, ?active",
    "/users?limit=0, 400, ?limit",
    "/users?limit=101, 400, ?limit",
    "/users?limit=-1, 400, ?limit",
    "/users?limit=ten, 400, ?limit",
    "/users?cursor=rubbish, 400, ?cursor",
    "/users?cursor=%C3%A9, 400, ?cursor",
    "/users?cursor=, 400, ?cursor",
    "/users?sort=shoeSize, 400, ?sort",
    "/users?active=true&active=false, 400, ?active",
    "/users?q=a%00b, 400, ",
    "/clients?sort=name, 400, ?sort",
    "/clients?surprise=1, 400, ?surprise",
    "/clients?cursor=bm9wZQ, 400, ?cursor",
    "/technicians?role=ADMIN, 400, ?role",
    "/technicians?active=2, 400, ?active",
    "/me?verbose=1, 400, ?verbose"
  })
  void aWrongAddressSaysWhere(String address, int status, @Nullable String pointer) {
    expect(office.get(office.admin(), "/api/v1" + address), status, pointer);
  }

  @Test
  void aSearchMayBeStrangeButNotLong() {
    for (String q : List.of("%25", "_", "'", "%22", "%5C", "*", "%2B", "0", "%2B33", "%F0%9F%94%A5", "...", "a%20b%20c%20d%20e%20f%20g%20h")) {
      for (String list : List.of(Office.USERS, Office.CLIENTS, Office.TECHNICIANS)) {
        office.get(office.admin(), list + "?q=" + q).expectStatus().isOk();
      }
    }
    expect(office.get(office.admin(), Office.CLIENTS + "?q=" + "x".repeat(101)), 400, "?q");
    expect(office.get(office.admin(), Office.TECHNICIANS + "?skill=" + "x".repeat(61)), 400, "?skill");
    office.get(office.admin(), Office.TECHNICIANS + "?skill=%EF%B7%BA%EF%B7%BA%EF%B7%BA%EF%B7%BA").expectStatus().isOk();
  }

  @Test
  void aCursorServesTheListItCameFromOnly() {
    office.register("TECHNICIAN");
    office.register("TECHNICIAN");
    office.takeOn();
    office.takeOn();
    String cursor =
        office.read(Office.USERS + "?role=TECHNICIAN&limit=1").required("nextCursor").asString();
    for (String list :
        List.of(
            Office.USERS + "?",
            Office.USERS + "?role=ADMIN&",
            Office.USERS + "?role=TECHNICIAN&active=true&",
            Office.USERS + "?role=TECHNICIAN&q=camille&",
            Office.CLIENTS + "?")) {
      expect(office.get(office.admin(), list + "cursor=" + cursor), 400, "?cursor");
    }
    office
        .get(office.admin(), Office.USERS + "?role=TECHNICIAN&cursor=" + cursor)
        .expectStatus()
        .isOk();
    expect(
        office.delete(office.admin(), Office.USERS + "/" + office.register("ADMIN") + "?erase=maybe", 1),
        400,
        "?erase");
  }

  @Test
  void textThatGrowsWhenItIsComparedIsTakenAllTheSame() {
    var odd = Office.technician("\uFDFA".repeat(60), "ß".repeat(60), "Œ".repeat(60));
    odd.put("displayName", "\uFDFA".repeat(120));
    UUID id = Office.id(office.create(Office.TECHNICIANS, odd));
    assertThat(office.read(Office.TECHNICIANS + "/" + id).required("skills")).hasSize(3);
  }

  private record Thing(String kind, String list, String uri, JsonNode before) {}

  /** One for all whom nothing changes; each looks whether that is so. */
  private Thing untouched(String kind) {
    return UNTOUCHED.computeIfAbsent(kind, this::thing);
  }

  private Thing thing(String kind) {
    UUID id;
    String list;
    switch (kind) {
      case "user" -> {
        list = Office.USERS;
        id = office.register("TECHNICIAN");
      }
      case "technician" -> {
        list = Office.TECHNICIANS;
        id = office.register("TECHNICIAN");
      }
      case "client" -> {
        list = Office.CLIENTS;
        id = office.takeOn();
      }
      default -> {
        UUID client = office.takeOn();
        list = Office.sitesOf(client);
        id = office.open(client);
      }
    }
    String uri = list + "/" + id;
    return new Thing(kind, list, uri, office.read(uri));
  }

  /** All that is needed, with one member wrong. */
  private static String complete(Thing thing, String member, String value) {
    var body =
        switch (thing.kind()) {
          case "user" -> Office.person("TECHNICIAN");
          case "technician" -> Office.technician();
          case "client" -> Office.client();
          default -> Office.site();
        };
    body.remove(member);
    String rest = JSON.writeValueAsString(body);
    return "{\"" + member + "\":" + value + (rest.equals("{}") ? "" : ",") + rest.substring(1);
  }

  private RestTestClient.ResponseSpec post(Thing thing, String body) {
    return office.post(office.admin(), thing.list(), body);
  }

  private static int status(RestTestClient.ResponseSpec answer) {
    return answer.expectBody().returnResult().getStatus().value();
  }

  private static void expect(
      RestTestClient.ResponseSpec answer, int status, @Nullable String pointer) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    String text = Office.text(answer);
    assertThat(text).contains("urn:accord:problem:").doesNotContain("Exception", "java.");
    if (pointer != null) {
      JsonNode problem = JSON.readTree(text);
      assertThat(problem.required("errors").get(0).required("pointer").asString())
          .isEqualTo(pointer);
    }
  }

  private static String many(int skills) {
    StringBuilder array = new StringBuilder("[\"s0\"");
    for (int i = 1; i < skills; i++) {
      array.append(",\"s").append(i).append('"');
    }
    return array.append(']').toString();
  }

  /** The number of the newest event: it moves with every one, sent or not. */
  private long told() {
    jdbc.sql("analyze table outbox").query().listOfRows();
    return jdbc.sql(
            "select coalesce(auto_increment, 1) from information_schema.tables"
                + " where table_schema = database() and table_name = 'outbox'")
        .query(Long.class)
        .single();
  }
}
