package com.accordenergie.platform.test;

import java.time.Instant;
import java.util.UUID;
import org.springframework.amqp.core.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it stood on the wire. */
public record CapturedEvent(
    String routingKey,
    UUID id,
    String source,
    String type,
    UUID subject,
    UUID aggregate,
    long sequence,
    Instant time,
    String schema,
    JsonNode data) {

  private static final JsonMapper JSON = new JsonMapper();

  public static CapturedEvent read(Message message) {
    JsonNode event = JSON.readTree(message.getBody());
    if (!event.path("specversion").asString().equals("1.0")
        || !message.getMessageProperties().getContentType().equals("application/cloudevents+json")) {
      throw new IllegalArgumentException("not a CloudEvent");
    }
    return new CapturedEvent(
        message.getMessageProperties().getReceivedRoutingKey(),
        UUID.fromString(event.required("id").asString()),
        event.required("source").asString(),
        event.required("type").asString(),
        UUID.fromString(event.required("subject").asString()),
        UUID.fromString(event.required("data").required("id").asString()),
        event.required("sequence").asLong(),
        Instant.parse(event.required("time").asString()),
        event.required("dataschema").asString(),
        event.required("data"));
  }

  /** True unless a test published it in another service's name. */
  boolean producedHere(Message message) {
    return !Boolean.TRUE.equals(
        message.getMessageProperties().getHeaders().get(PublishedEvents.MARK));
  }
}
