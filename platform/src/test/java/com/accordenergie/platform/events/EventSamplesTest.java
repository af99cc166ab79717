package com.accordenergie.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.EventSchemas;
import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/events/samples} shows one event of each type as it stood on the wire. */
class EventSamplesTest {

  private static final Path EVENTS = Project.root().resolve("docs/events");
  private static final Path SAMPLES = EVENTS.resolve("samples");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void everyTypeHasOneThatFitsItsSchema() throws IOException {
    List<String> names = names(EVENTS);
    assertThat(names(SAMPLES)).isEqualTo(names);

    var schemas = new EventSchemas();
    for (String name : names) {
      JsonNode sample = JSON.readTree(Files.readString(SAMPLES.resolve(name + ".json")));
      assertThat(sample.propertyNames())
          .as(name)
          .contains(
              "specversion", "id", "source", "type", "subject", "time", "sequence",
              "datacontenttype", "dataschema", "data");
      assertThat(sample.required("type").asString()).isEqualTo("com.accordenergie." + name);
      assertThat(sample.required("dataschema").asString()).isEqualTo("urn:accord:schema:" + name);
      assertThat(schemas.violations("urn:accord:schema:" + name, sample.required("data"))).isEmpty();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }
}
