package com.accordenergie.gateway.documentation;

import com.accordenergie.gateway.routing.PublicOrigin;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What only the gateway can say about the API: how one gets in, and that it may give up waiting. */
@Component
class CommonParts {

  static final String DESCRIPTION =
      """
      The API of AccordÉnergie Interventions. People log in with the authorization code flow and \
      PKCE (S256). Times are RFC 3339 in UTC, ids are UUIDs. Every refusal is a problem (RFC 9457) \
      whose `type` is stable. The version of a resource is its `ETag`; changes name it in `If-Match`. \
      A `POST` or `PATCH` may carry an `Idempotency-Key`: repeated with the same body, it gives the \
      first answer.""";

  private static final String TIMEOUT = "GatewayTimeout";

  private final JsonMapper json;
  private final PublicOrigin origin;

  CommonParts(JsonMapper json, PublicOrigin origin) {
    this.json = json;
    this.origin = origin;
  }

  ArrayNode security() {
    ArrayNode alternatives = json.createArrayNode();
    alternatives.addObject().putArray("login").add("openid");
    alternatives.addObject().putArray("token");
    return alternatives;
  }

  void complete(ObjectNode operation) {
    ObjectNode answers =
        operation.get("responses") instanceof ObjectNode known
            ? known
            : operation.putObject("responses");
    if (!answers.has("504")) {
      answers.putObject("504").put("$ref", "#/components/responses/" + TIMEOUT);
    }
    Map<String, JsonNode> sorted = new TreeMap<>();
    answers.properties().forEach(answer -> sorted.put(answer.getKey(), answer.getValue()));
    answers.removeAll();
    sorted.forEach(answers::set);
  }

  void addTo(ObjectNode components) {
    part(components, "responses", TIMEOUT, timeout());
    part(components, "securitySchemes", "login", login());
    part(components, "securitySchemes", "token", token());
  }

  private static void part(ObjectNode components, String kind, String name, ObjectNode part) {
    ObjectNode parts =
        components.get(kind) instanceof ObjectNode known ? known : components.putObject(kind);
    parts.set(name, part);
  }

  private ObjectNode timeout() {
    ObjectNode answer = json.createObjectNode();
    answer.put("description", "The answer takes too long; `Retry-After` says when to come back");
    answer
        .putObject("headers")
        .putObject("Retry-After")
        .put("description", "Seconds")
        .putObject("schema")
        .put("type", "integer");
    answer
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return answer;
  }

  private ObjectNode login() {
    ObjectNode scheme = json.createObjectNode();
    scheme.put("type", "oauth2");
    scheme.put("description", "For people; PKCE with S256 is required.");
    ObjectNode flow = scheme.putObject("flows").putObject("authorizationCode");
    flow.put("authorizationUrl", origin.uri() + "/oauth2/authorize");
    flow.put("tokenUrl", origin.uri() + "/oauth2/token");
    flow.put("refreshUrl", origin.uri() + "/oauth2/token");
    flow.putObject("scopes").put("openid", "Who you are.");
    return scheme;
  }

  private ObjectNode token() {
    ObjectNode scheme = json.createObjectNode();
    scheme.put("type", "http");
    scheme.put("scheme", "bearer");
    scheme.put("bearerFormat", "JWT");
    return scheme;
  }
}
