package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.Attempt;
import com.accordenergie.platform.test.RightsTable;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, row by row; real tokens against the real filter chain. */
@ServiceTest
class RightsTest {

  /**
   * The first row of each pair is about something that is there, the second about an id that nobody
   * has: whoever may never use a route learns nothing from the difference. The client owns what is
   * asked for where there is something to own.
   */
  private static final RightsTable TABLE =
      RightsTable.of(
          "user-service",
          """
          what                       | admin | dispatcher | technician | client | partner
          GET    audit               | 200   | 403        | 403        | 403    | 403
          GET    me                  | 200   | 200        | 200        | 200    | 403
          GET    saved views         | 200   | 200        | 200        | 200    | 403
          PUT    saved views         | 200   | 200        | 200        | 200    | 403
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
          GET    activity            | 200   | 403        | 403        | 403    | 403
          GET    unknown activity    | 404   | 403        | 403        | 403    | 403
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
          POST   unknown test        | 404   | 403        | 403        | 403    | 403
          POST   other's test        | 404   | 403        | 403        | 403    | 403
          GET    deliveries          | 200   | 403        | 403        | 403    | 403
          GET    unknown deliveries  | 404   | 403        | 403        | 403    | 403
          GET    other's deliveries  | 404   | 403        | 403        | 403    | 403
          POST   replay              | 202   | 403        | 403        | 403    | 403
          POST   unknown replay      | 404   | 403        | 403        | 403    | 403
          POST   other's replay      | 404   | 403        | 403        | 403    | 403
          POST   delivery            | 202   | 403        | 403        | 403    | 403
          POST   unknown delivery    | 404   | 403        | 403        | 403    | 403
          POST   other's delivery    | 404   | 403        | 403        | 403    | 403
          GET    own partner         | 403   | 403        | 403        | 403    | 200
          GET    own events          | 403   | 403        | 403        | 403    | 200
          """);

  /**
   * Whoever is refused changes nothing: one client, one caller of each role that belongs to it, and one
   * of each thing that is its own are enough for them all. A partner's stream takes a while to write.
   */
  private static @Nullable UUID clientOfTheRefused;

  private static final Map<String, Caller> REFUSED = new ConcurrentHashMap<>();
  private static final Map<String, String> THINGS = new ConcurrentHashMap<>();

  @Autowired Office office;
  @Autowired Api api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  static Stream<Arguments> cells() {
    return TABLE.cells();
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("cells")
  void everyRoleDoesWhatIsTheirsAndNothingElse(String what, String role, int status) {
    boolean refused = status == 403;
    UUID client = refused ? clientOfTheRefused() : office.takeOn();
    Caller caller =
        refused
            ? REFUSED.computeIfAbsent(role, missing -> somebody(missing, client))
            : somebody(role, client);
    if (caller.role() == Role.PARTNER && !refused) {
      awaitStream(caller);
    }

    var answer = attempt(what, caller, client).by(api.as(caller));

    answer.expectStatus().isEqualTo(status);
    if (status >= 400) {
      answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void everyRouteIsInTheTable() {
    ApiRoutes routes = ApiRoutes.of(mapping);

    assertThat(TABLE.attempts().stream().map(this::refused).map(routes::of))
        .containsAll(routes.all());
  }

  @Test
  void noTokenOrABadOneIsRefusedOnEveryRouteBeforeAnythingElse() {
    Map<String, RestTestClient> strangers = api.strangers(office.admin());
    TABLE.attempts().forEach(what -> refused(what).isRefusedTo(strangers));
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
  void whatIsForeignOrOfAnotherKindAnswersToTheByteAsWhatIsUnknown() {
    ApiRoutes routes = ApiRoutes.of(mapping);
    Map<String, Set<String>> answers = new HashMap<>();
    for (String what : TABLE.notFoundBy("admin")) {
      Attempt attempt = refused(what);
      answers
          .computeIfAbsent(routes.of(attempt), first -> new HashSet<>())
          .add(withoutIds(Office.text(attempt.by(api.as(office.admin())))));
    }

    assertThat(answers.values()).isNotEmpty().allSatisfy(alike -> assertThat(alike).hasSize(1));
  }

  private static String withoutIds(String answer) {
    return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}");
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

  private Attempt refused(String what) {
    return attempt(what, office.admin(), clientOfTheRefused());
  }

  private Attempt attempt(String what, Caller caller, UUID client) {
    return TABLE.ofEveryService(what).orElseGet(() -> ofThisService(what, caller, client));
  }

  private Attempt ofThisService(String what, Caller caller, UUID client) {
    String verb = what.substring(0, what.indexOf(' '));
    String thing = what.substring(what.indexOf(' ')).strip();
    if (what.equals("DELETE client")) {
      Map<String, Object> user = Office.person("CLIENT");
      user.put("clientId", client);
      office.create(Office.USERS, user);
    }
    String uri = uri(thing, caller, client);
    return switch (verb) {
      case "GET" -> Attempt.get(uri);
      case "DELETE" -> Attempt.delete(uri);
      case "PUT" -> Attempt.put(uri, Map.of("items", List.of()), 0);
      case "PATCH" -> Attempt.patch(uri, change(thing));
      default ->
          thing.endsWith(" import")
              ? Attempt.post(uri, MediaType.valueOf("text/csv"), titles(thing).getBytes())
              : Attempt.post(uri, order(thing, client));
    };
  }

  private static String titles(String thing) {
    return thing.startsWith("client") ? "nom" : "nom;identifiant;courriel";
  }

  private static Object order(String thing, UUID client) {
    return switch (thing) {
      case "users" -> Office.person("DISPATCHER");
      case "clients" -> Office.client();
      case "technicians" -> Office.technician("Plomberie");
      case "partners" -> Office.partner(client);
      case "sites", "unknown sites" -> Office.site();
      case "webhooks", "unknown webhooks" -> Map.of("url", "http://127.0.0.1:65535/events");
      default -> thing.endsWith("replay") ? Map.of("state", "FAILED") : Map.of();
    };
  }

  private static Object change(String thing) {
    if (thing.contains("webhook")) {
      return Map.of("state", "PAUSED");
    }
    boolean person =
        thing.contains("user") || thing.contains("technician") || thing.equals("self");
    return Map.of(person ? "displayName" : "name", "Autre nom");
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
      case "activity" -> Office.PARTNERS + "/" + partnerOf(client) + "/activity";
      case "unknown activity" -> Office.PARTNERS + "/" + unknown + "/activity";
      case "webhooks" -> webhooksOf(partnerOf(client));
      case "unknown webhooks" -> webhooksOf(unknown);
      case "webhook" -> webhookOf(client);
      case "unknown webhook" -> webhooksOf(partnerOf(client)) + "/" + unknown;
      case "other's webhook" -> othersWebhook(client);
      case "secret" -> webhookOf(client) + "/secret";
      case "unknown secret" -> webhooksOf(partnerOf(client)) + "/" + unknown + "/secret";
      case "other's secret" -> othersWebhook(client) + "/secret";
      case "test" -> webhookOf(client) + "/test";
      case "unknown test" -> webhooksOf(partnerOf(client)) + "/" + unknown + "/test";
      case "other's test" -> othersWebhook(client) + "/test";
      case "deliveries" -> webhookOf(client) + "/deliveries";
      case "unknown deliveries" ->
          webhooksOf(partnerOf(client)) + "/" + unknown + "/deliveries";
      case "other's deliveries" -> othersWebhook(client) + "/deliveries";
      case "replay" -> webhookOf(client) + "/deliveries/replay";
      case "unknown replay" ->
          webhooksOf(partnerOf(client)) + "/" + unknown + "/deliveries/replay";
      case "other's replay" -> othersWebhook(client) + "/deliveries/replay";
      case "delivery" -> deliveryOf(client) + "/replay";
      case "unknown delivery" ->
          webhookOf(client) + "/deliveries/" + unknown + "/replay";
      case "other's delivery" -> othersDelivery(client) + "/replay";
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

  /** A delivery, but of another webhook than the address says. */
  private String othersDelivery(UUID client) {
    String uri = deliveryOf(client);
    return webhookOf(client) + "/deliveries" + uri.substring(uri.lastIndexOf('/'));
  }

  private String deliveryOf(UUID client) {
    String webhook = webhookOf(client);
    UUID delivery =
        Office.id(Office.json(office.post(office.admin(), webhook + "/test", Map.of())));
    return webhook + "/deliveries/" + delivery;
  }
}
