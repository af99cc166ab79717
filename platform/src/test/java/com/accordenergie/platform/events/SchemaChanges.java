package com.accordenergie.platform.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a schema takes from those who read by an earlier edition of it. The rule: whatever is written
 * by the new edition has to be readable by a reader of the old one, who ignores members that it does
 * not know. So
 *
 * <ul>
 *   <li>members may be added, and no member may go or cease to be always there;
 *   <li>values may be narrowed (fewer types, fewer choices, closer bounds), and never widened;
 *   <li>all other rules stay as they are: what they would change for a reader cannot be told by a
 *       program, so it makes a new version.
 * </ul>
 */
final class SchemaChanges {

  /** Of no consequence to a reader. */
  private static final Set<String> WORDS =
      Set.of("$schema", "$id", "title", "description", "examples", "additionalProperties");

  private static final Set<String> LOWER_BOUNDS = Set.of("minimum", "minLength", "minItems");
  private static final Set<String> UPPER_BOUNDS = Set.of("maximum", "maxLength", "maxItems");

  private final List<String> breaking = new ArrayList<>();

  private SchemaChanges() {}

  /** What breaks readers of the old one; empty when nothing does. */
  static List<String> breaking(JsonNode old, JsonNode young) {
    var changes = new SchemaChanges();
    changes.compare("#", old, young);
    return changes.breaking;
  }

  private void compare(String where, JsonNode old, JsonNode young) {
    Set<String> rules = new TreeSet<>(old.propertyNames());
    rules.addAll(young.propertyNames());
    rules.removeAll(WORDS);
    for (String rule : rules) {
      compare(where, rule, old.path(rule), young.path(rule));
    }
  }

  private void compare(String where, String rule, JsonNode old, JsonNode young) {
    switch (rule) {
      case "properties" -> members(where, old, young);
      case "required" -> kept(where + " is no longer always there: ", texts(old), texts(young));
      case "type" -> narrowed(where + " has become of the type ", texts(old), texts(young));
      case "enum" -> narrowed(where + " may be ", texts(old), texts(young));
      case "const" -> constant(where, old, young);
      case "items" -> compare(where + "/items", old, young);
      default -> bound(where, rule, old, young);
    }
  }

  private void members(String where, JsonNode old, JsonNode young) {
    for (String member : old.propertyNames()) {
      if (young.has(member)) {
        compare(where + "/" + member, old.required(member), young.required(member));
      } else {
        breaking.add(where + "/" + member + " is gone");
      }
    }
  }

  private void kept(String what, Set<String> old, Set<String> young) {
    old.stream().filter(name -> !young.contains(name)).forEach(name -> breaking.add(what + name));
  }

  /** Where there was no list, everything was possible. */
  private void narrowed(String what, Set<String> old, Set<String> young) {
    if (!old.isEmpty() && young.isEmpty()) {
      breaking.add(what + "anything");
    }
    if (!old.isEmpty()) {
      kept(what, young, old);
    }
  }

  private void constant(String where, JsonNode old, JsonNode young) {
    if (!old.isMissingNode() && !old.equals(young)) {
      breaking.add(where + " is no longer " + old);
    }
  }

  private void bound(String where, String rule, JsonNode old, JsonNode young) {
    boolean closer =
        old.isMissingNode() && (LOWER_BOUNDS.contains(rule) || UPPER_BOUNDS.contains(rule))
            || LOWER_BOUNDS.contains(rule) && young.asLong(Long.MIN_VALUE) >= old.asLong()
            || UPPER_BOUNDS.contains(rule) && young.asLong(Long.MAX_VALUE) <= old.asLong();
    if (!closer && !old.equals(young)) {
      breaking.add("%s: %s was %s and is %s".formatted(where, rule, old, young));
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    if (list.isArray()) {
      list.forEach(value -> texts.add(value.asString()));
    } else if (list.isString()) {
      texts.add(list.asString());
    }
    return texts;
  }
}
