package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back. */
record Answer(String request, HttpResponse<String> response) {

  private static final JsonMapper JSON = new JsonMapper();

  int status() {
    return response.statusCode();
  }

  String text() {
    return response.body();
  }

  JsonNode json() {
    return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  UUID id() {
    return UUID.fromString(json().required("id").asString());
  }

  String etag() {
    return header("ETag");
  }

  /** The version that the ETag names. */
  long version() {
    return Long.parseLong(etag().replace("\"", ""));
  }

  Answer expect(int status) {
    assertThat(response.statusCode()).as(request + "\n" + response.body()).isEqualTo(status);
    if (status >= 400) {
      assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
      assertThat(json().path("status").asInt()).isEqualTo(status);
      assertThat(json().path("type").asString()).startsWith("urn:accord:problem:");
    }
    return this;
  }

  /** A refusal of this kind. */
  Answer expect(int status, String code) {
    expect(status);
    assertThat(json().path("type").asString()).isEqualTo("urn:accord:problem:" + code);
    return this;
  }
}
