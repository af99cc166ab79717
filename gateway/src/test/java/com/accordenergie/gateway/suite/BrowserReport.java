package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Playwright's JSON reporter wrote of a run: files, in them groups, in them tests. */
record BrowserReport(JsonNode report) {

  /** Fails when there is none, or when the run failed as a whole. */
  static BrowserReport read(Path file) {
    JsonNode report = JsonMapper.shared().readTree(file);
    assertThat(messages(report)).as("what is wrong with the run as a whole").isEmpty();
    return new BrowserReport(report);
  }

  /** One for each of the browser's, with its end; at least one. */
  Stream<DynamicTest> tests() {
    var tests = group(report).toList();
    assertThat(tests).as("the browser's tests").isNotEmpty();
    return tests.stream();
  }

  private static Stream<DynamicTest> group(JsonNode group) {
    return Stream.concat(
        group.path("specs").valueStream().map(BrowserReport::test),
        group.path("suites").valueStream().flatMap(BrowserReport::group));
  }

  private static DynamicTest test(JsonNode spec) {
    String name =
        "%s:%d %s"
            .formatted(
                spec.required("file").asString(),
                spec.required("line").asInt(),
                spec.required("title").asString());
    return DynamicTest.dynamicTest(
        name, () -> spec.required("tests").forEach(run -> passed(name, run)));
  }

  /** What was left out has not passed. */
  private static void passed(String name, JsonNode run) {
    String told =
        run.required("results").valueStream()
            .map(BrowserReport::messages)
            .collect(Collectors.joining());
    assertThat(run.required("status").asString()).as("%s %s", name, told).isEqualTo("expected");
  }

  private static String messages(JsonNode failed) {
    return failed
        .path("errors")
        .valueStream()
        .map(error -> "\n" + error.path("message").asString())
        .collect(Collectors.joining());
  }
}
