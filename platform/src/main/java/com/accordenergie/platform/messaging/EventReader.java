package com.accordenergie.platform.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CloudEvents off the wire. */
final class EventReader {

  /** No event comes near it; what is larger is not even looked at. */
  static final int LARGEST = 256_000;

  private final JsonMapper json;

  EventReader(JsonMapper json) {
    this.json =
        json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** Whatever it is: what cannot be read says why. */
  Incoming receive(byte[] body, Subscription subscription) {
    if (body.length > LARGEST) {
      return Incoming.unreadable(body, "more than " + LARGEST + " bytes, which no event has");
    }
    JsonNode envelope;
    try {
      envelope = json.readTree(body);
    } catch (JacksonException unreadable) {
      return Incoming.unreadable(body, "not an event: " + unreadable.getOriginalMessage());
    }
    Delivery<?> delivery = null;
    String fault = "";
    try {
      delivery = deliver(envelope, subscription);
    } catch (UnreadableEventException unreadable) {
      fault = String.valueOf(unreadable.getMessage());
    } catch (JacksonException unreadable) {
      fault = "not such an event: " + unreadable.getOriginalMessage();
    } catch (IllegalArgumentException | NullPointerException | DateTimeException unreadable) {
      fault = "not such an event: " + unreadable.getMessage();
    }
    return new Incoming(
        body,
        uuid(envelope.path("id")),
        envelope.path("type").isString() ? envelope.path("type").asString() : null,
        aggregate(envelope),
        sequence(envelope),
        delivery,
        fault);
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

  /** Whose version it tells; null when that cannot be read. */
  @Nullable UUID aggregate(byte[] body) {
    JsonNode envelope = tree(body);
    return envelope == null ? null : aggregate(envelope);
  }

  private @Nullable JsonNode tree(byte[] body) {
    try {
      return body.length > LARGEST ? null : json.readTree(body);
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  private Delivery<?> deliver(JsonNode envelope, Subscription subscription) {
    String type = text(envelope, "type");
    Subscription.Handler<?> handler = subscription.handlerOf(type);
    if (handler == null) {
      throw new UnreadableEventException("nobody here reads the type " + type, null);
    }
    if (hasNul(envelope)) {
      throw new UnreadableEventException("no text has a NUL in it", null);
    }
    return deliver(envelope, handler);
  }

  private <T> Delivery<T> deliver(JsonNode envelope, Subscription.Handler<T> handler) {
    JsonNode data = envelope.path("data");
    if (sequence(envelope) == 0 || !data.isObject()) {
      throw new UnreadableEventException("sequence or data is missing", null);
    }
    var event =
        new Event<>(
            UUID.fromString(text(envelope, "id")),
            handler.type(),
            UUID.fromString(text(envelope, "subject")),
            sequence(envelope),
            Instant.parse(text(envelope, "time")),
            envelope.path("actor").isString() ? UUID.fromString(text(envelope, "actor")) : null,
            json.treeToValue(data, handler.data()));
    return new Delivery<>(event, handler);
  }

  /** What the sequence counts: each event's data begin with its id. */
  private static @Nullable UUID aggregate(JsonNode envelope) {
    UUID aggregate = uuid(envelope.path("data").path("id"));
    return aggregate == null ? uuid(envelope.path("subject")) : aggregate;
  }

  private static long sequence(JsonNode envelope) {
    JsonNode sequence = envelope.path("sequence");
    return sequence.isIntegralNumber() && sequence.canConvertToLong()
        ? Math.max(0, sequence.asLong())
        : 0;
  }

  private static @Nullable UUID uuid(JsonNode value) {
    try {
      return value.isString() ? UUID.fromString(value.asString()) : null;
    } catch (IllegalArgumentException other) {
      return null;
    }
  }

  private static boolean hasNul(JsonNode node) {
    if (node.isString()) {
      return node.asString().indexOf('\0') >= 0;
    }
    for (JsonNode child : node) {
      if (hasNul(child)) {
        return true;
      }
    }
    return false;
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
