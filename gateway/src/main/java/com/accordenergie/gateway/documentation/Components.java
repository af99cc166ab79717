package com.accordenergie.gateway.documentation;

import com.accordenergie.gateway.upstream.Upstream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The named parts of all documents. What is alike in two of them is kept once; what only has the
 * same name gets the service's name in front, and the references to it follow.
 */
final class Components {

  private static final String REFERENCE = "#/components/";
  private static final Set<String> KINDS =
      Set.of("schemas", "responses", "parameters", "examples", "requestBodies", "headers");

  private final JsonMapper json;
  private final SortedMap<String, SortedMap<String, JsonNode>> kinds = new TreeMap<>();

  Components(JsonMapper json) {
    this.json = json;
  }

  /** Takes the document's components over and returns it with its references in order. */
  ObjectNode adopt(Upstream upstream, ObjectNode document) {
    Map<String, String> renamed = new HashMap<>();
    for (String kind : KINDS) {
      document
          .path("components")
          .path(kind)
          .properties()
          .forEach(
              entry -> {
                String name = nameOf(upstream, kind, entry.getKey(), entry.getValue());
                if (!name.equals(entry.getKey())) {
                  renamed.put(
                      REFERENCE + kind + "/" + entry.getKey(), REFERENCE + kind + "/" + name);
                }
              });
    }
    follow(document, renamed);
    for (String kind : KINDS) {
      document
          .path("components")
          .path(kind)
          .properties()
          .forEach(
              entry -> {
                String old = REFERENCE + kind + "/" + entry.getKey();
                String name = renamed.getOrDefault(old, old).substring(old.lastIndexOf('/') + 1);
                kinds.computeIfAbsent(kind, _ -> new TreeMap<>()).put(name, entry.getValue());
              });
    }
    return document;
  }

  private String nameOf(Upstream upstream, String kind, String name, JsonNode part) {
    JsonNode known = kinds.getOrDefault(kind, new TreeMap<>()).get(name);
    if (known == null || known.equals(part)) {
      return name;
    }
    String service = upstream.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
  }

  private static void follow(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      String reference = object.path("$ref").asString("");
      if (renamed.containsKey(reference)) {
        object.put("$ref", renamed.get(reference));
      }
      object.properties().forEach(member -> follow(member.getValue(), renamed));
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> follow(element, renamed));
    }
  }

  ObjectNode sorted() {
    ObjectNode components = json.createObjectNode();
    kinds.forEach(
        (kind, parts) -> {
          ObjectNode object = components.putObject(kind);
          parts.forEach(object::set);
        });
    return components;
  }
}
