package com.accordenergie.platform.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a CloudEvent off the wire; whatever is not one is {@link UnreadableEventException}. */
final class EventReader {

  private final JsonMapper json;

  EventReader(JsonMapper json) {
    this.json =
        json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  Delivery<?> read(Message message, Subscription subscription) {
    try {
      JsonNode envelope = json.readTree(message.getBody());
      String type = text(envelope, "type");
      Subscription.Handler<?> handler = subscription.handlerOf(type);
      if (handler == null) {
        throw new UnreadableEventException("nobody here reads the type " + type, null);
      }
      return read(envelope, handler);
    } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
      throw new UnreadableEventException("not an event: " + unreadable.getMessage(), unreadable);
    }
  }

  /** An entry of the log; null for what is no event, such as a mark. */
  @Nullable LoggedEvent read(byte[] body) {
    try {
      JsonNode envelope = json.readTree(body);
      EventType type = EventType.read(text(envelope, "type"));
      return type == null
          ? null
          : new LoggedEvent(
              UUID.fromString(text(envelope, "id")),
              type,
              UUID.fromString(text(envelope, "subject")),
              envelope.path("sequence").asLong(0),
              Instant.parse(text(envelope, "time")),
              envelope.path("data"),
              json);
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | UnreadableEventException unreadable) {
      return null;
    }
  }

  private <T> Delivery<T> read(JsonNode envelope, Subscription.Handler<T> handler) {
    JsonNode sequence = envelope.path("sequence");
    JsonNode data = envelope.path("data");
    if (!sequence.isIntegralNumber() || sequence.asLong() < 1 || !data.isObject()) {
      throw new UnreadableEventException("sequence or data is missing", null);
    }
    var event =
        new Event<>(
            UUID.fromString(text(envelope, "id")),
            handler.type(),
            UUID.fromString(text(envelope, "subject")),
            sequence.asLong(),
            Instant.parse(text(envelope, "time")),
            envelope.path("actor").isString() ? UUID.fromString(text(envelope, "actor")) : null,
            json.treeToValue(data, handler.data()));
    return new Delivery<>(event, handler);
  }

  private static String text(JsonNode envelope, String name) {
    JsonNode value = envelope.path(name);
    if (!value.isString()) {
      throw new UnreadableEventException(name + " is missing", null);
    }
    return value.asString();
  }

  record Delivery<T>(Event<T> event, Subscription.Handler<T> handler) {

    void handle() {
      handler.consumer().accept(event);
    }
  }
}
