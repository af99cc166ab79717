package com.accordenergie.intervention;

import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trade as its people practise it: through events and requests only, so that no test can set up
 * what the service itself could not.
 */
final class Trade {

  static final String REASON = "Pièce à commander";
  static final String REPORT = "Circulateur remplacé, installation purgée et remise en service.";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String INTERVENTIONS = "/api/v1/interventions";

  /** How to get there from a new one, by those who may. */
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "NEW", List.of(),
          "ASSIGNED", List.of("ASSIGNED"),
          "SCHEDULED", List.of("SCHEDULED"),
          "EN_ROUTE", List.of("SCHEDULED", "EN_ROUTE"),
          "IN_PROGRESS", List.of("SCHEDULED", "IN_PROGRESS"),
          "ON_HOLD", List.of("SCHEDULED", "IN_PROGRESS", "ON_HOLD"),
          "DONE", List.of("ASSIGNED", "IN_PROGRESS", "DONE"),
          "UNRESOLVED", List.of("ASSIGNED", "IN_PROGRESS", "UNRESOLVED"),
          "CLOSED", List.of("ASSIGNED", "IN_PROGRESS", "DONE", "CLOSED"),
          "CANCELLED", List.of("ASSIGNED", "CANCELLED"));

  private final PublishedEvents events;
  private final JdbcClient jdbc;
  private final Api api;
  private final Map<Caller, RestTestClient> clients = new ConcurrentHashMap<>();
  private final AtomicLong slots = new AtomicLong();

  Trade(PublishedEvents events, JdbcClient jdbc, Api api) {
    this.events = events;
    this.jdbc = jdbc;
    this.api = api;
  }

  // The people -----------------------------------------------------------------------------------

  /** People, clients and sites of whom the user-service has told and this service has heard. */
  Cast cast() {
    Cast cast = Cast.fresh();
    events.inOrder(() -> tellOf(cast));
    awaitKnown("person", cast.otherClient().id(), 1);
    return cast;
  }

  private void tellOf(Cast cast) {
    tellClient(cast.clientId(), "Résidence Les Tilleuls", true, 1);
    tellClient(cast.otherClientId(), "Clinique Saint-Roch", true, 1);
    tellSite(cast.clientId(), cast.site(), true, 1);
    tellSite(cast.otherClientId(), cast.otherSite(), true, 1);
    for (Caller person :
        List.of(
            cast.admin(),
            cast.owner(),
            cast.colleague(),
            cast.technician(),
            cast.otherTechnician(),
            cast.client(),
            cast.otherClient())) {
      tellPerson(person, true, 1);
    }
  }

  void tellPerson(Caller person, boolean active, long sequence) {
    Map<String, Object> data = new HashMap<>();
    data.put("id", person.id());
    data.put("username", "u" + person.id().toString().substring(0, 8));
    data.put("email", person.id() + "@example.fr");
    data.put("displayName", "Camille Martin");
    data.put("role", person.role());
    data.put("clientId", person.clientId());
    data.put("phone", null);
    data.put("active", active);
    data.put("skills", List.of());
    String name = sequence == 1 ? "user.created" : active ? "user.updated" : "user.deactivated";
    events.publish(EventType.v1(name), person.id(), sequence, data);
  }

  void tellClient(UUID id, String name, boolean active, long sequence) {
    String event = sequence == 1 ? "client.created" : active ? "client.updated" : "client.retired";
    events.publish(
        EventType.v1(event),
        id,
        sequence,
        Map.of("id", id, "code", "C" + id.toString().substring(0, 8), "name", name, "active", active));
  }

  void tellSite(UUID client, UUID id, boolean active, long sequence) {
    Map<String, Object> data = site(client, id);
    data.put("active", active);
    String event = sequence == 1 ? "site.created" : active ? "site.updated" : "site.retired";
    events.publish(EventType.v1(event), id, sequence, data);
  }

  static Map<String, Object> site(UUID client, UUID id) {
    Map<String, Object> data = new HashMap<>();
    data.put("id", id);
    data.put("clientId", client);
    data.put("name", "Chaufferie");
    data.put("addressLine", "12 rue des Lilas");
    data.put("postalCode", "69003");
    data.put("city", "Lyon");
    data.put("contactName", "Mme Durand");
    data.put("contactPhone", "+33 4 72 00 00 00");
    data.put("accessNotes", "Code 4512");
    data.put("active", true);
    return data;
  }

  void awaitKnown(String table, UUID id, long sequence) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                jdbc.sql("select count(*) from " + table + " where id = ? and sequence >= ?")
                        .params(Ids.bytes(id), sequence)
                        .query(Integer.class)
                        .single()
                    == 1);
  }

  // The work -------------------------------------------------------------------------------------

  /** What a dispatcher writes down while the client is on the phone. */
  Map<String, Object> request(Cast cast) {
    Map<String, Object> body = new HashMap<>();
    body.put("clientId", cast.clientId());
    body.put("siteId", cast.site());
    body.put("title", "Chaudière en panne");
    body.put("description", "Plus de chauffage depuis ce matin, code erreur F28.");
    body.put("urgency", "HIGH");
    return body;
  }

  UUID newIntervention(Cast cast) {
    return post(cast.owner(), INTERVENTIONS, request(cast)).is(201).id();
  }

  /** Brings a new intervention there, each step by somebody who may take it. */
  UUID interventionIn(String status, Cast cast) {
    UUID id = newIntervention(cast);
    for (String step : WAYS.get(status)) {
      boolean technicians = List.of("EN_ROUTE", "IN_PROGRESS", "ON_HOLD", "DONE", "UNRESOLVED").contains(step);
      Caller caller = technicians ? cast.technician() : cast.owner();
      move(caller, id, takesAll(step, cast)).is(200);
    }
    return id;
  }

  /** The transition with all that the way to this status may ask for. */
  Map<String, Object> takesAll(String to, Cast cast) {
    Map<String, Object> body = new HashMap<>();
    body.put("to", to);
    switch (to) {
      case "ASSIGNED" -> body.put("technicianId", cast.technician().id());
      case "SCHEDULED" -> {
        body.put("technicianId", cast.technician().id());
        Instant start = freshTime();
        body.put("plannedStart", start);
        body.put("plannedEnd", start.plus(1, ChronoUnit.HOURS));
      }
      case "DONE" -> body.put("report", REPORT);
      case "UNRESOLVED" -> {
        body.put("report", REPORT);
        body.put("reason", REASON);
      }
      case "NEW", "ON_HOLD", "CANCELLED", "IN_PROGRESS" -> body.put("reason", REASON);
      default -> {
        // Nothing is asked for.
      }
    }
    return body;
  }

  /** A full hour in the days to come that no other test has used; the day does not end within two. */
  Instant freshTime() {
    Instant time =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .plus(24 + 2 * slots.incrementAndGet(), ChronoUnit.HOURS);
    return time.atZone(ZoneId.of("Europe/Paris")).getHour() >= 22 ? freshTime() : time;
  }

  /** Moves it on from its present version. */
  Answer move(Caller caller, UUID id, Map<String, ?> body) {
    return move(caller, id, version(id), body);
  }

  Answer move(Caller caller, UUID id, long version, Map<String, ?> body) {
    return send(caller, HttpMethod.POST, INTERVENTIONS + "/" + id + "/transitions", version, body);
  }

  Answer change(Caller caller, UUID id, Map<String, ?> patch) {
    return change(caller, id, version(id), patch);
  }

  Answer change(Caller caller, UUID id, long version, Map<String, ?> patch) {
    return send(caller, HttpMethod.PATCH, INTERVENTIONS + "/" + id, version, patch);
  }

  Answer read(Caller caller, UUID id) {
    return get(caller, INTERVENTIONS + "/" + id);
  }

  Answer history(Caller caller, UUID id) {
    return get(caller, INTERVENTIONS + "/" + id + "/history");
  }

  /** As the table has it; 0 when there is none. */
  long version(UUID id) {
    return jdbc.sql("select version from intervention where id = ?")
        .param(Ids.bytes(id))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  int bookedCells(UUID id) {
    return jdbc.sql("select count(*) from booked_interval where intervention_id = ?")
        .param(Ids.bytes(id))
        .query(Integer.class)
        .single();
  }

  /**
   * Until somebody's statement about that table waits for a lock. InnoDB shows what it knew when it was last
   * asked to whoever asks again within 100 ms.
   */
  void awaitThatSomebodyWaitsFor(String table) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                jdbc.sql(
                            """
                            select count(*) from information_schema.innodb_trx
                            where trx_state = 'LOCK WAIT' and trx_query like ?
                            """)
                        .param("% " + table + " %")
                        .query(Integer.class)
                        .single()
                    > 0);
  }

  // Requests -------------------------------------------------------------------------------------

  Answer get(Caller caller, String uri) {
    return send(caller, HttpMethod.GET, uri, null, null);
  }

  Answer post(Caller caller, String uri, Object body) {
    return send(caller, HttpMethod.POST, uri, null, body);
  }

  /** With If-Match when there is a version; a PATCH goes out as a merge patch. */
  Answer send(
      Caller caller, HttpMethod method, String uri, @Nullable Long version, @Nullable Object body) {
    return send(clients.computeIfAbsent(caller, api::as), method, uri, version, body);
  }

  Answer send(
      RestTestClient client,
      HttpMethod method,
      String uri,
      @Nullable Long version,
      @Nullable Object body) {
    Map<String, String> headers =
        version == null ? Map.of() : Map.of(HttpHeaders.IF_MATCH, "\"" + version + "\"");
    return send(client, method, uri, headers, body);
  }

  Answer send(
      RestTestClient client,
      HttpMethod method,
      String uri,
      Map<String, String> headers,
      @Nullable Object body) {
    var request = client.method(method).uri(java.net.URI.create(api.url() + uri));
    headers.forEach(request::header);
    if (body != null) {
      request
          .contentType(
              method == HttpMethod.PATCH
                  ? MediaType.valueOf("application/merge-patch+json")
                  : MediaType.APPLICATION_JSON)
          .body(body instanceof String text ? text : JSON.writeValueAsString(body));
    }
    var result = request.exchange().expectBody(byte[].class).returnResult();
    HttpHeaders answered = result.getResponseHeaders();
    byte[] bytes = result.getResponseBody();
    return new Answer(
        result.getStatus().value(),
        answered.getETag(),
        answered.getFirst(HttpHeaders.LOCATION),
        answered.getFirst(HttpHeaders.CONTENT_TYPE),
        bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }
}
