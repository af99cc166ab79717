package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web client's types are generated from a copy of the suite's own description, so the copy has to
 * be what the running suite says. After a change of the API, write it anew:
 *
 * <pre>./mvnw -pl gateway -am verify -Dit.test=DescriptionIT -Daccord.description=write</pre>
 */
class DescriptionIT {

  private static final Path COPY = Project.root().resolve("gateway/web/openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Suite suite = Suite.running();

  @Test
  void theCopyIsWhatTheSuiteSays() throws IOException {
    // A service takes its time to describe itself for the first time.
    JsonNode described =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> JSON.readTree(described()),
                whole -> !whole.path("info").has("x-missing-services"));
    if ("write".equals(System.getProperty("accord.description"))) {
      Files.writeString(COPY, JSON.writeValueAsString(described) + "\n");
    }

    assertThat(JSON.readTree(Files.readString(COPY))).isEqualTo(described);
  }

  /** Without the address at which the suite happens to run. */
  private String described() {
    return suite
        .company()
        .admin
        .get("/v3/api-docs")
        .expect(200)
        .text()
        .replace(suite.issuer().toString(), "https://accord.example");
  }
}
