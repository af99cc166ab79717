package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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

  private static final List<String> SERVICES =
      List.of("auth-service", "user-service", "intervention-service", "comment-service");

  /** None of our paths takes them all. */
  private static final List<String> OTHER_VERBS = List.of("PUT", "DELETE", "PATCH", "POST");

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

  /**
   * With a verb that no operation has, only the service that knows the path answers that there are
   * others.
   */
  @Test
  void everyPathLeadsToTheServiceThatDescribesIt() {
    Set<String> described = new TreeSet<>();
    for (String service : SERVICES) {
      URI address = suite.instanceOf(service).address();
      JsonNode own = ask(address, "GET", "/v3/api-docs").expect(200).json();
      for (var path : own.required("paths").properties()) {
        described.add(path.getKey());
        Set<String> verbs =
            path.getValue().propertyNames().stream()
                .map(verb -> verb.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String other = OTHER_VERBS.stream().filter(verb -> !verbs.contains(verb)).findFirst().orElseThrow();
        String target =
            path.getKey()
                .replace("{service}", service)
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());

        Answer answer = ask(suite.issuer(), other, target);

        assertThat(answer.status()).as(answer.request() + " to " + service).isEqualTo(405);
        assertThat(answer.header("Allow").split(", *")).as(target).containsAll(verbs);
      }
    }
    assertThat(JSON.readTree(described()).required("paths").propertyNames())
        .hasSameElementsAs(described);
  }

  private Answer ask(URI address, String verb, String path) {
    return Colleague.send(
        address,
        suite.company().admin.token(),
        verb,
        path,
        BodyPublishers.noBody(),
        request -> request);
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
