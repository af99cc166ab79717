package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who may do what, row by row; real tokens against the real filter chain. */
@ServiceTest
class RightsTest {

  /**
   * The first row of each pair is about something that is there, the second about an id that nobody
   * has: whoever may never use a route learns nothing from the difference. The client owns what is
   * asked for where there is something to own.
   */
  private static final String TABLE =
      """
      what                       | admin | dispatcher | technician | client | partner
      GET    audit               | 200   | 403        | 403        | 403    | 403
      GET    me                  | 200   | 200        | 200        | 200    | 403
      GET    saved views         | 200   | 200        | 200        | 200    | 403
      GET    users               | 200   | 403        | 403        | 403    | 403
      POST   users               | 201   | 403        | 403        | 403    | 403
      GET    user                | 200   | 403        | 403        | 403    | 403
      GET    unknown user        | 404   | 403        | 403        | 403    | 403
      GET    self                | 200   | 403        | 403        | 403    | 403
      PATCH  user                | 200   | 403        | 403        | 403    | 403
      PATCH  unknown user        | 404   | 403        | 403        | 403    | 403
      PATCH  self                | 200   | 403        | 403        | 403    | 403
      DELETE user                | 204   | 403        | 403        | 403    | 403
      DELETE unknown user        | 404   | 403        | 403        | 403    | 403
      DELETE self                | 409   | 403        | 403        | 403    | 403
      GET    clients             | 200   | 200        | 403        | 403    | 403
      POST   clients             | 201   | 201        | 403        | 403    | 403
      POST   client import       | 200   | 403        | 403        | 403    | 403
      GET    client              | 200   | 200        | 403        | 403    | 403
      GET    unknown client      | 404   | 404        | 403        | 403    | 403
      PATCH  client              | 200   | 403        | 403        | 403    | 403
      PATCH  unknown client      | 404   | 403        | 403        | 403    | 403
      DELETE client              | 409   | 403        | 403        | 403    | 403
      DELETE unused client       | 204   | 403        | 403        | 403    | 403
      DELETE unknown client      | 404   | 403        | 403        | 403    | 403
      GET    sites               | 200   | 200        | 403        | 403    | 403
      GET    unknown sites       | 404   | 404        | 403        | 403    | 403
      POST   sites               | 201   | 201        | 403        | 403    | 403
      POST   unknown sites       | 404   | 404        | 403        | 403    | 403
      GET    site                | 200   | 200        | 403        | 403    | 403
      GET    unknown site        | 404   | 404        | 403        | 403    | 403
      GET    other client's site | 404   | 404        | 403        | 403    | 403
      PATCH  site                | 200   | 403        | 403        | 403    | 403
      PATCH  unknown site        | 404   | 403        | 403        | 403    | 403
      PATCH  other client's site | 404   | 403        | 403        | 403    | 403
      DELETE site                | 204   | 403        | 403        | 403    | 403
      DELETE unknown site        | 404   | 403        | 403        | 403    | 403
      DELETE other client's site | 404   | 403        | 403        | 403    | 403
      GET    technicians         | 200   | 200        | 403        | 403    | 403
      POST   technicians         | 201   | 403        | 403        | 403    | 403
      POST   technician import   | 200   | 403        | 403        | 403    | 403
      GET    technician          | 200   | 200        | 403        | 403    | 403
      GET    unknown technician  | 404   | 404        | 403        | 403    | 403
      GET    no technician       | 404   | 404        | 403        | 403    | 403
      PATCH  technician          | 200   | 403        | 403        | 403    | 403
      PATCH  unknown technician  | 404   | 403        | 403        | 403    | 403
      PATCH  no technician       | 404   | 403        | 403        | 403    | 403
      DELETE technician          | 204   | 403        | 403        | 403    | 403
      DELETE unknown technician  | 404   | 403        | 403        | 403    | 403
      DELETE no technician       | 404   | 403        | 403        | 403    | 403
      GET    partners            | 200   | 403        | 403        | 403    | 403
      POST   partners            | 201   | 403        | 403        | 403    | 403
      GET    partner             | 200   | 403        | 403        | 403    | 403
      GET    unknown partner     | 404   | 403        | 403        | 403    | 403
      PATCH  partner             | 200   | 403        | 403        | 403    | 403
      PATCH  unknown partner     | 404   | 403        | 403        | 403    | 403
      DELETE partner             | 204   | 403        | 403        | 403    | 403
      DELETE unknown partner     | 404   | 403        | 403        | 403    | 403
      GET    webhooks            | 200   | 403        | 403        | 403    | 403
      POST   webhooks            | 201   | 403        | 403        | 403    | 403
      GET    unknown webhooks    | 404   | 403        | 403        | 403    | 403
      POST   unknown webhooks    | 404   | 403        | 403        | 403    | 403
      GET    webhook             | 200   | 403        | 403        | 403    | 403
      GET    unknown webhook     | 404   | 403        | 403        | 403    | 403
      GET    other's webhook     | 404   | 403        | 403        | 403    | 403
      PATCH  webhook             | 200   | 403        | 403        | 403    | 403
      PATCH  unknown webhook     | 404   | 403        | 403        | 403    | 403
      PATCH  other's webhook     | 404   | 403        | 403        | 403    | 403
      DELETE webhook             | 204   | 403        | 403        | 403    | 403
      DELETE unknown webhook     | 404   | 403        | 403        | 403    | 403
      DELETE other's webhook     | 404   | 403        | 403        | 403    | 403
      POST   secret              | 200   | 403        | 403        | 403    | 403
      POST   unknown secret      | 404   | 403        | 403        | 403    | 403
      POST   other's secret      | 404   | 403        | 403        | 403    | 403
      POST   test                | 202   | 403        | 403        | 403    | 403
      POST   other's test        | 404   | 403        | 403        | 403    | 403
      GET    deliveries          | 200   | 403        | 403        | 403    | 403
      GET    unknown deliveries  | 404   | 403        | 403        | 403    | 403
      GET    other's deliveries  | 404   | 403        | 403        | 403    | 403
      POST   replay              | 202   | 403        | 403        | 403    | 403
      POST   other's replay      | 404   | 403        | 403        | 403    | 403
      POST   delivery            | 202   | 403        | 403        | 403    | 403
      POST   unknown delivery    | 404   | 403        | 403        | 403    | 403
      GET    own partner         | 403   | 403        | 403        | 403    | 200
      GET    own events          | 403   | 403        | 403        | 403    | 200
      """;

  /**
   * Whoever is refused changes nothing: one client, one caller of each role that belongs to it, and one
   * of each thing that is its own are enough for them all. A partner's stream takes a while to write.
   */
  private static @Nullable UUID clientOfTheRefused;

  private static final Map<String, Caller> REFUSED = new ConcurrentHashMap<>();
  private static final Map<String, String> THINGS = new ConcurrentHashMap<>();

  @Autowired Office office;
  @Autowired Api api;
  @Autowired Tokens tokens;

  private static List<List<String>> rows() {
    return TABLE
        .lines()
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .toList();
  }

  static Stream<Arguments> table() {
    List<Arguments> cells = new ArrayList<>();
    List<String> header = rows().getFirst();
    for (List<String> row : rows().subList(1, rows().size())) {
      for (int column = 1; column < row.size(); column++) {
        cells.add(
            Arguments.of(row.getFirst(), header.get(column), Integer.valueOf(row.get(column))));
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("table")
  void everyRoleDoesWhatIsTheirsAndNothingElse(String what, String role, int status) {
    boolean refused = status == 403;
    UUID client = refused ? clientOfTheRefused() : office.takeOn();
    Caller caller =
        refused
            ? REFUSED.computeIfAbsent(role, missing -> somebody(missing, client))
            : somebody(role, client);
    if (caller.isPartner() && !refused) {
      awaitStream(caller);
    }

    var answer = attempt(api.as(caller), what, caller, client);

    answer.expectStatus().isEqualTo(status);
    if (status >= 400) {
      answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    UUID client = office.takeOn();
    Caller admin = somebody("admin", client);
    List<RestTestClient> strangers =
        List.of(
            api.anonymous(),
            api.withToken("nonsense"),
            api.withToken(tokens.expired(admin)),
            api.withToken(tokens.foreign(admin)),
            api.withToken(tokens.foreignIssuer(admin)),
            api.withToken(tokens.forged(admin)),
            api.withToken(tokens.unsigned(admin)),
            api.withToken(tokens.idToken(admin)));
    for (List<String> row : rows().subList(1, rows().size())) {
      if (row.getFirst().contains("unknown") || row.getFirst().contains("user")) {
        for (RestTestClient stranger : strangers) {
          attempt(stranger, row.getFirst(), admin, client)
              .expectStatus()
              .isUnauthorized()
              .expectHeader()
              .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
      }
    }
  }

  @Test
  void whoMayNeverUseARouteLearnsNothingFromWhatTheySend() {
    Caller technician = Caller.technician(UUID.randomUUID());
    for (String body : List.of("{}", "{\"wrong\":1}", "not even JSON")) {
      office.post(technician, Office.CLIENTS, body).expectStatus().isForbidden();
    }
    office.get(technician, Office.USERS + "/not-an-id").expectStatus().isForbidden();
    office.get(technician, Office.CLIENTS + "?limit=0").expectStatus().isForbidden();
    office.get(technician, Office.CLIENTS + "?surprise=1").expectStatus().isForbidden();
  }

  @Test
  void whatIsOfAnotherKindAnswersToTheByteAsWhatIsUnknown() {
    UUID dispatcher = office.register("DISPATCHER");
    UUID client = office.takeOn();
    UUID foreignSite = office.open(office.takeOn());

    assertThat(notFound(Office.TECHNICIANS + "/" + dispatcher, dispatcher))
        .isEqualTo(unknown(Office.TECHNICIANS + "/"));
    assertThat(notFound(Office.sitesOf(client) + "/" + foreignSite, foreignSite))
        .isEqualTo(unknown(Office.sitesOf(client) + "/"));
  }

  private String unknown(String path) {
    UUID id = UUID.randomUUID();
    return notFound(path + id, id);
  }

  private String notFound(String uri, UUID id) {
    var answer = office.get(office.dispatcher(), uri);
    answer.expectStatus().isNotFound();
    return Office.text(answer).replace(id.toString(), "{id}");
  }

  private UUID clientOfTheRefused() {
    if (clientOfTheRefused == null) {
      clientOfTheRefused = office.takeOn();
    }
    return clientOfTheRefused;
  }

  /** A new partner's first stream is written a moment after it was taken on. */
  private void awaitStream(Caller partner) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Office.json(office.get(partner, "/api/v1/partner").expectStatus().isOk())
                    .required("stream")
                    .isObject());
  }

  /** Registered under the id that their token carries. */
  private Caller somebody(String role, UUID client) {
    if (role.equals("partner")) {
      return Caller.partner(Office.id(office.create(Office.PARTNERS, Office.partner(client))));
    }
    Map<String, Object> person =
        Office.person(
            switch (role) {
              case "admin" -> "ADMIN";
              case "dispatcher" -> "DISPATCHER";
              case "technician" -> "TECHNICIAN";
              default -> "CLIENT";
            });
    if (role.equals("client")) {
      person.put("clientId", client);
    }
    UUID id = Office.id(office.create(Office.USERS, person));
    return switch (role) {
      case "admin" -> Caller.admin(id);
      case "dispatcher" -> Caller.dispatcher(id);
      case "technician" -> Caller.technician(id);
      default -> Caller.client(id, client);
    };
  }

  private RestTestClient.ResponseSpec attempt(
      RestTestClient as, String what, Caller caller, UUID client) {
    HttpMethod method = HttpMethod.valueOf(what.substring(0, what.indexOf(' ')));
    String thing = what.substring(what.indexOf(' ')).strip();
    if (thing.endsWith(" import")) {
      String titles = thing.startsWith("client") ? "nom" : "nom;identifiant;courriel";
      return office.postTable(as, uri(thing, caller, client), titles.getBytes());
    }
    Object body = null;
    if (method == HttpMethod.POST) {
      body =
          switch (thing) {
            case "users" -> Office.person("DISPATCHER");
            case "clients" -> Office.client();
            case "technicians" -> Office.technician("Plomberie");
            case "partners" -> Office.partner(client);
            case "webhooks", "unknown webhooks" -> Map.of("url", "http://127.0.0.1:65535/events");
            case "replay", "other's replay" -> Map.of("state", "FAILED");
            case "secret",
                    "unknown secret",
                    "other's secret",
                    "test",
                    "other's test",
                    "delivery",
                    "unknown delivery" ->
                Map.of();
            default -> Office.site();
          };
    } else if (method == HttpMethod.PATCH) {
      body =
          thing.contains("webhook")
              ? Map.of("state", "PAUSED")
              : Map.of(
                  thing.contains("user") || thing.contains("technician") || thing.equals("self")
                      ? "displayName"
                      : "name",
                  "Autre nom");
    }
    Long version = method == HttpMethod.PATCH || method == HttpMethod.DELETE ? 1L : null;
    if (method == HttpMethod.DELETE && thing.equals("client")) {
      Map<String, Object> user = Office.person("CLIENT");
      user.put("clientId", client);
      office.create(Office.USERS, user);
    }
    return office.send(as, method, uri(thing, caller, client), body, version);
  }

  private String uri(String thing, Caller caller, UUID client) {
    if (thing.equals("self")) {
      return Office.USERS + "/" + caller.id();
    }
    return client.equals(clientOfTheRefused)
        ? THINGS.computeIfAbsent(thing, missing -> made(missing, client))
        : made(thing, client);
  }

  private String made(String thing, UUID client) {
    UUID unknown = UUID.randomUUID();
    return switch (thing) {
      case "audit" -> "/api/v1/audit";
      case "me" -> "/api/v1/me";
      case "saved views" -> "/api/v1/me/views";
      case "users" -> Office.USERS;
      case "user" -> Office.USERS + "/" + office.register("DISPATCHER");
      case "unknown user" -> Office.USERS + "/" + unknown;
      case "clients" -> Office.CLIENTS;
      case "client import" -> Office.CLIENTS + "/imports";
      case "technician import" -> Office.TECHNICIANS + "/imports";
      case "client", "unused client" -> Office.CLIENTS + "/" + client;
      case "unknown client" -> Office.CLIENTS + "/" + unknown;
      case "sites" -> Office.sitesOf(client);
      case "unknown sites" -> Office.sitesOf(unknown);
      case "site" -> Office.sitesOf(client) + "/" + office.open(client);
      case "unknown site" -> Office.sitesOf(client) + "/" + unknown;
      case "other client's site" -> Office.sitesOf(client) + "/" + office.open(office.takeOn());
      case "partners" -> Office.PARTNERS;
      case "partner" ->
          Office.PARTNERS + "/" + Office.id(office.create(Office.PARTNERS, Office.partner(client)));
      case "unknown partner" -> Office.PARTNERS + "/" + unknown;
      case "webhooks" -> webhooksOf(partnerOf(client));
      case "unknown webhooks" -> webhooksOf(unknown);
      case "webhook" -> webhookOf(client);
      case "unknown webhook" -> webhooksOf(partnerOf(client)) + "/" + unknown;
      case "other's webhook" -> othersWebhook(client);
      case "secret" -> webhookOf(client) + "/secret";
      case "unknown secret" -> webhooksOf(partnerOf(client)) + "/" + unknown + "/secret";
      case "other's secret" -> othersWebhook(client) + "/secret";
      case "test" -> webhookOf(client) + "/test";
      case "other's test" -> othersWebhook(client) + "/test";
      case "deliveries" -> webhookOf(client) + "/deliveries";
      case "unknown deliveries" ->
          webhooksOf(partnerOf(client)) + "/" + unknown + "/deliveries";
      case "other's deliveries" -> othersWebhook(client) + "/deliveries";
      case "replay" -> webhookOf(client) + "/deliveries/replay";
      case "other's replay" -> othersWebhook(client) + "/deliveries/replay";
      case "delivery" -> deliveryOf(client) + "/replay";
      case "unknown delivery" ->
          webhookOf(client) + "/deliveries/" + unknown + "/replay";
      case "own partner" -> "/api/v1/partner";
      case "own events" -> "/api/v1/partner/events";
      case "technicians" -> Office.TECHNICIANS;
      case "technician" -> Office.TECHNICIANS + "/" + office.register("TECHNICIAN");
      case "unknown technician" -> Office.TECHNICIANS + "/" + unknown;
      case "no technician" -> Office.TECHNICIANS + "/" + office.register("DISPATCHER");
      default -> throw new IllegalArgumentException(thing);
    };
  }

  private UUID partnerOf(UUID client) {
    return Office.id(office.create(Office.PARTNERS, Office.partner(client)));
  }

  private static String webhooksOf(UUID partner) {
    return Office.PARTNERS + "/" + partner + "/webhooks";
  }

  private String webhookOf(UUID client) {
    String webhooks = webhooksOf(partnerOf(client));
    return webhooks
        + "/"
        + Office.id(office.create(webhooks, Map.of("url", "http://127.0.0.1:65535/events")));
  }

  /** A webhook, but of another partner than the address says. */
  private String othersWebhook(UUID client) {
    String uri = webhookOf(client);
    return webhooksOf(partnerOf(client)) + uri.substring(uri.lastIndexOf('/'));
  }

  private String deliveryOf(UUID client) {
    String webhook = webhookOf(client);
    UUID delivery =
        Office.id(Office.json(office.post(office.admin(), webhook + "/test", Map.of())));
    return webhook + "/deliveries/" + delivery;
  }
}
