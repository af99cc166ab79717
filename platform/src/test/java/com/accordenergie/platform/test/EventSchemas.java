package com.accordenergie.platform.test;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The published schemas: {@code docs/events/<name>.v<version>.json} describes an event's data, and the
 * folder {@code partner} beside it what partners read.
 */
public final class EventSchemas {

  private static final String SCHEMA = "urn:accord:schema:";
  private static final String PARTNER = "partner.";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** Where an event departs from what is published; empty when it fits. */
  public List<String> violations(CapturedEvent event) {
    List<String> violations = new ArrayList<>();
    if (!event.schema().startsWith(SCHEMA + event.routingKey() + ".v")) {
      violations.add(event.type() + " names the schema " + event.schema());
    }
    if (!event.type().equals("com.accordenergie." + event.schema().substring(SCHEMA.length()))) {
      violations.add(event.schema() + " is not the schema of " + event.type());
    }
    violations.addAll(violations(event.schema(), event.data()));
    return violations;
  }

  /**
   * @param name as the attribute {@code dataschema} has it
   */
  public List<String> violations(String name, JsonNode data) {
    List<String> violations = new ArrayList<>();
    try {
      schema(name.substring(SCHEMA.length()))
          .validate(data)
          .forEach(error -> violations.add(name + error));
    } catch (UncheckedIOException missing) {
      violations.add(name + " has no published schema");
    }
    return violations;
  }

  private Schema schema(String name) {
    return schemas.computeIfAbsent(name, this::load);
  }

  private Schema load(String name) {
    Path events = Project.root().resolve("docs/events");
    Path own = events.resolve(name + ".json");
    Path file =
        Files.exists(own) || !name.startsWith(PARTNER)
            ? own
            : events.resolve("partner/" + name.substring(PARTNER.length()) + ".json");
    try {
      return registry.getSchema(Files.readString(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
