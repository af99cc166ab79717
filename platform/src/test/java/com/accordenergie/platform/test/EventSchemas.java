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

/** The published schemas: {@code docs/events/<name>.v<version>.json} describes an event's data. */
public final class EventSchemas {

  private static final String SCHEMA = "urn:accord:schema:";

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
    try {
      schema(event.schema().substring(SCHEMA.length()))
          .validate(event.data())
          .forEach(error -> violations.add(event.type() + error));
    } catch (UncheckedIOException missing) {
      violations.add(event.type() + " has no published schema");
    }
    return violations;
  }

  private Schema schema(String name) {
    return schemas.computeIfAbsent(name, this::load);
  }

  private Schema load(String name) {
    Path file = Project.root().resolve("docs/events/" + name + ".json");
    try {
      return registry.getSchema(Files.readString(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
