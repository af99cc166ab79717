package com.accordenergie.gateway.documentation;

import com.accordenergie.gateway.routing.PublicOrigin;
import com.accordenergie.gateway.upstream.Upstream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document of the whole public API, made of the services' own. The same parts always
 * give the same bytes, so that a difference between two of them is a difference of the API.
 */
@Component
class MergedDocument {

  private static final String PUBLIC = "/api/v1/";
  private static final List<String> VERBS =
      List.of("get", "head", "post", "put", "patch", "delete", "options");

  private final JsonMapper json;
  private final CommonParts common;
  private final PublicOrigin origin;

  MergedDocument(JsonMapper json, CommonParts common, PublicOrigin origin) {
    this.json = json;
    this.common = common;
    this.origin = origin;
  }

  ObjectNode of(Map<Upstream, ObjectNode> documents) {
    SortedMap<String, JsonNode> paths = new TreeMap<>();
    SortedMap<String, JsonNode> tags = new TreeMap<>();
    var components = new Components(json);
    var operations = new OperationNames();
    documents.forEach(
        (upstream, original) -> {
          ObjectNode document = components.adopt(upstream, original.deepCopy());
          collectPaths(upstream, document, paths, operations);
          for (JsonNode tag : document.path("tags")) {
            tags.putIfAbsent(tag.path("name").asString(), tag);
          }
        });
    ObjectNode merged = json.createObjectNode();
    merged.put("openapi", "3.1.0");
    merged.set("info", info(documents));
    merged.putArray("servers").addObject().put("url", origin.uri().toString());
    merged.set("security", common.security());
    merged.putArray("tags").addAll(new ArrayList<>(tags.values()));
    merged.set("paths", object(paths));
    ObjectNode parts = components.sorted();
    common.addTo(parts);
    merged.set("components", parts);
    return merged;
  }

  private void collectPaths(
      Upstream upstream,
      ObjectNode document,
      SortedMap<String, JsonNode> paths,
      OperationNames operations) {
    document
        .path("paths")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().startsWith(PUBLIC)) {
                return;
              }
              var item = (ObjectNode) paths.computeIfAbsent(entry.getKey(), _ -> empty());
              for (String verb : VERBS) {
                // What every service has is described once.
                if (!item.has(verb) && entry.getValue().get(verb) instanceof ObjectNode operation) {
                  operations.makeUnique(upstream, operation);
                  common.complete(operation);
                  item.set(verb, operation);
                }
              }
            });
  }

  private ObjectNode info(Map<Upstream, ObjectNode> documents) {
    ObjectNode info = json.createObjectNode();
    info.put("title", "AccordÉnergie Interventions");
    info.put("version", "v1");
    List<String> away =
        Arrays.stream(Upstream.values())
            .filter(upstream -> !documents.containsKey(upstream))
            .map(Upstream::serviceName)
            .toList();
    info.put(
        "description",
        away.isEmpty()
            ? CommonParts.DESCRIPTION
            : CommonParts.DESCRIPTION
                + "\n\nThis copy lacks the part of: "
                + String.join(", ", away)
                + ".");
    if (!away.isEmpty()) {
      away.forEach(info.putArray("x-missing-services")::add);
    }
    return info;
  }

  private ObjectNode empty() {
    return json.createObjectNode();
  }

  private ObjectNode object(SortedMap<String, JsonNode> members) {
    ObjectNode object = empty();
    members.forEach(object::set);
    return object;
  }
}
