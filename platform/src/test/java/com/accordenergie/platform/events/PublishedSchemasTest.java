package com.accordenergie.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was published once is kept: {@code docs/events/published} holds each schema as it was when
 * somebody could first read by it, and is never changed by hand. A breaking change makes a new
 * version, beside the old one. To publish new schemas, and additions to old ones:
 *
 * <pre>./mvnw -pl platform test -Dtest=PublishedSchemasTest -Daccord.events=publish</pre>
 */
class PublishedSchemasTest {

  private static final Path EVENTS = Project.root().resolve("docs/events");
  private static final Path PUBLISHED = EVENTS.resolve("published");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void noReaderIsBroken() throws IOException {
    List<String> breaking = new ArrayList<>();
    for (Path schema : schemas(PUBLISHED)) {
      Path today = EVENTS.resolve(schema);
      if (!Files.exists(today)) {
        breaking.add(schema + " is gone");
        continue;
      }
      SchemaChanges.breaking(read(PUBLISHED.resolve(schema)), read(today))
          .forEach(change -> breaking.add(schema + ": " + change));
    }
    assertThat(breaking).as("make a new version instead").isEmpty();
  }

  @Test
  void everySchemaIsPublished() throws IOException {
    if ("publish".equals(System.getProperty("accord.events"))) {
      noReaderIsBroken();
      for (Path schema : schemas(EVENTS)) {
        Path copy = PUBLISHED.resolve(schema);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, Files.readString(EVENTS.resolve(schema)));
      }
    }
    for (Path schema : schemas(EVENTS)) {
      assertThat(PUBLISHED.resolve(schema)).as("publish it").exists();
      assertThat(read(PUBLISHED.resolve(schema)))
          .as("publish the additions to " + schema)
          .isEqualTo(read(EVENTS.resolve(schema)));
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  /** The schemas in a folder and its folder for partners, relative to it. */
  private static List<Path> schemas(Path folder) throws IOException {
    List<Path> schemas = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("partner"))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files
              .filter(file -> file.getFileName().toString().matches(".*\\.v[0-9]+\\.json"))
              .sorted()
              .forEach(file -> schemas.add(folder.relativize(file)));
        }
      }
    }
    return schemas;
  }
}
