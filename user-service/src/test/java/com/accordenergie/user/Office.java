package com.accordenergie.user;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does the paperwork of the tests over HTTP, with fresh names each time. */
public final class Office {

  public static final String USERS = "/api/v1/users";
  public static final String CLIENTS = "/api/v1/clients";
  public static final String TECHNICIANS = "/api/v1/technicians";
  public static final String PARTNERS = "/api/v1/partners";

  private static final JsonMapper JSON = new JsonMapper();

  private final Api api;
  private final Caller admin = Caller.admin(UUID.randomUUID());
  private final Caller dispatcher = Caller.dispatcher(UUID.randomUUID());

  Office(Api api) {
    this.api = api;
  }

  public Caller admin() {
    return admin;
  }

  public Caller dispatcher() {
    return dispatcher;
  }

  public static String sitesOf(UUID client) {
    return CLIENTS + "/" + client + "/sites";
  }

  /** A word that nobody has used, of letters only. */
  public static String fresh() {
    StringBuilder word = new StringBuilder("q");
    UUID.randomUUID()
        .toString()
        .replace("-", "")
        .chars()
        .limit(16)
        .forEach(digit -> word.append((char) ('a' + Character.digit(digit, 16))));
    return word.toString();
  }

  public static Map<String, Object> person(String role) {
    String name = fresh();
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("username", name);
    person.put("email", name + "@exemple.fr");
    person.put("displayName", "Camille " + name);
    person.put("role", role);
    return person;
  }

  public static Map<String, Object> technician(String... skills) {
    Map<String, Object> technician = person("TECHNICIAN");
    technician.remove("role");
    technician.put("skills", List.of(skills));
    return technician;
  }

  public static Map<String, Object> client() {
    return new HashMap<>(Map.of("name", "Boulangerie " + fresh()));
  }

  public static Map<String, Object> site() {
    return new HashMap<>(
        Map.of(
            "name", "Fournil",
            "addressLine", "12 rue des Lilas",
            "postalCode", "69003",
            "city", "Lyon"));
  }

  public static Map<String, Object> partner(UUID... clients) {
    return new HashMap<>(Map.of("name", "Logiciel " + fresh(), "clientIds", List.of(clients)));
  }

  public UUID register(String role) {
    Map<String, Object> person = person(role);
    if (role.equals("CLIENT")) {
      person.put("clientId", takeOn());
    }
    return id(create(USERS, person));
  }

  public UUID takeOn() {
    return id(create(CLIENTS, client()));
  }

  public UUID open(UUID client) {
    return id(create(sitesOf(client), site()));
  }

  /** As the admin; fails unless it is taken. */
  public JsonNode create(String uri, Map<String, ?> body) {
    return json(post(admin, uri, body).expectStatus().isCreated());
  }

  public RestTestClient.ResponseSpec post(Caller caller, String uri, Object body) {
    return send(api.as(caller), HttpMethod.POST, uri, body, null);
  }

  public RestTestClient.ResponseSpec postOnce(Caller caller, String uri, Object body, String key) {
    return api.as(caller)
        .post()
        .uri(uri)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }

  /** A table as {@code text/csv}. */
  public RestTestClient.ResponseSpec postTable(RestTestClient as, String uri, byte[] table) {
    return as.post().uri(uri).contentType(MediaType.valueOf("text/csv")).body(table).exchange();
  }

  public RestTestClient.ResponseSpec get(Caller caller, String uri) {
    return send(api.as(caller), HttpMethod.GET, uri, null, null);
  }

  public JsonNode read(String uri) {
    return json(get(admin, uri).expectStatus().isOk());
  }

  public RestTestClient.ResponseSpec patch(Caller caller, String uri, long version, Object patch) {
    return send(api.as(caller), HttpMethod.PATCH, uri, patch, version);
  }

  /** As the admin; fails unless it is taken. */
  public JsonNode change(String uri, long version, Map<String, ?> patch) {
    return json(patch(admin, uri, version, patch).expectStatus().isOk());
  }

  public RestTestClient.ResponseSpec delete(Caller caller, String uri, long version) {
    return send(api.as(caller), HttpMethod.DELETE, uri, null, version);
  }

  /** The address goes out as it is, so that a test can send one that is wrong. */
  public RestTestClient.ResponseSpec send(
      RestTestClient as, HttpMethod method, String uri, @Nullable Object body, @Nullable Long version) {
    var request = as.method(method).uri(URI.create(api.url() + uri));
    if (version != null) {
      request.header("If-Match", "\"" + version + "\"");
    }
    if (body != null) {
      request
          .contentType(
              method == HttpMethod.PATCH
                  ? MediaType.valueOf("application/merge-patch+json")
                  : MediaType.APPLICATION_JSON)
          .body(body);
    }
    return request.exchange();
  }

  /** All items of a list, page by page. */
  public List<JsonNode> all(Caller caller, String uri, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      String separator = uri.contains("?") ? "&" : "?";
      JsonNode page =
          json(get(caller, uri + separator + "limit=" + limit + cursor).expectStatus().isOk());
      page.required("items").forEach(items::add);
      JsonNode next = page.required("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return items;
  }

  public static JsonNode json(RestTestClient.ResponseSpec answer) {
    return JSON.readTree(text(answer));
  }

  public static String text(RestTestClient.ResponseSpec answer) {
    String body = answer.expectBody(String.class).returnResult().getResponseBody();
    return body == null ? "" : body;
  }

  public static UUID id(JsonNode node) {
    return UUID.fromString(node.required("id").asString());
  }
}
