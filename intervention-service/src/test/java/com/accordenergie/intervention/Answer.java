package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(int status, @Nullable String etag, @Nullable String location, @Nullable String type, String text) {

  private static final JsonMapper JSON = new JsonMapper();

  JsonNode body() {
    return JSON.readTree(text);
  }

  UUID id() {
    return UUID.fromString(body().required("id").asString());
  }

  /** From the ETag. */
  long version() {
    return Long.parseLong(Objects.requireNonNull(etag).replace("\"", ""));
  }

  Answer is(int expected) {
    assertThat(status).as(text).isEqualTo(expected);
    return this;
  }

  /** A problem of that kind, in its media type, without a trace of our insides. */
  Answer isProblem(int expected, String code) {
    is(expected);
    assertThat(type).startsWith("application/problem+json");
    assertThat(body().path("type").asString()).as(text).isEqualTo("urn:accord:problem:" + code);
    return isClean();
  }

  Answer isClean() {
    assertThat(text).doesNotContain("Exception", "java.", "springframework", "SQL", "select ");
    return this;
  }

  /** One of the errors points there. */
  Answer pointsAt(String pointer) {
    assertThat(body().path("errors"))
        .as(text)
        .anyMatch(error -> error.path("pointer").asString().equals(pointer));
    return this;
  }

  java.util.List<JsonNode> items() {
    return StreamSupport.stream(body().required("items").spliterator(), false).toList();
  }
}
