package com.accordenergie.user.partner.stream.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.EventSchemas;
import com.accordenergie.platform.test.Project;
import com.accordenergie.user.partner.PublicEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What partners read in {@code docs/events/partner} is what the code does. After a change, write the
 * samples anew:
 *
 * <pre>./mvnw -pl user-service -am test -Dtest=DocumentedEventsTest -Daccord.events=publish</pre>
 */
class DocumentedEventsTest {

  private static final Path FOLDER = Project.root().resolve("docs/events/partner");
  private static final String OPENED = "stream.opened";
  private static final String TEST = "webhook.test";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ParameterizedTest
  @EnumSource
  void theSampleIsWhatIsToldOfARealEvent(PublicEventType type) throws IOException {
    PublicEvent event =
        Objects.requireNonNull(
            new Translator()
                .translate(
                    InternalSamples.event(type.label(), InternalSamples.data(type.label()))));
    Path sample = sample(type.label());
    if ("publish".equals(System.getProperty("accord.events"))) {
      Files.createDirectories(sample.getParent());
      Files.writeString(sample, JSON.writeValueAsString(event.envelope()) + "\n");
    }
    assertThat(JSON.readTree(Files.readString(sample)))
        .isEqualTo(JSON.readTree(JSON.writeValueAsString(event.envelope())));
  }

  @Test
  void eachTypeHasASchemaASampleThatFitsItAndAMessage() throws IOException {
    Set<String> expected = new TreeSet<>(PublicEventType.labels());
    expected.add(OPENED);
    expected.add(TEST);
    String document = Files.readString(FOLDER.resolve("asyncapi.yaml"));
    Set<String> messages =
        Pattern.compile("const: com\\.accordenergie\\.partner\\.([a-z.-]+)\\.v1")
            .matcher(document)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(names(FOLDER, ".v1.json")).isEqualTo(expected);
    assertThat(names(FOLDER.resolve("samples"), ".json")).isEqualTo(expected);
    assertThat(messages).isEqualTo(expected);
    EventSchemas schemas = new EventSchemas();
    for (String name : expected) {
      JsonNode sample = JSON.readTree(Files.readString(sample(name)));
      assertThat(document).contains("'./" + name + ".v1.json'");
      assertThat(sample.required("type").asString())
          .isEqualTo("com.accordenergie.partner." + name + ".v1");
      assertThat(
              schemas.violations(sample.required("dataschema").asString(), sample.required("data")))
          .isEmpty();
    }
  }

  private static Path sample(String name) {
    return FOLDER.resolve("samples/" + name + ".json");
  }

  private static Set<String> names(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(end))
          .map(name -> name.substring(0, name.length() - end.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
