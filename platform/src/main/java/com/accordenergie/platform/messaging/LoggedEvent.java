package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it stands in the log. */
public final class LoggedEvent {

  private final UUID id;
  private final EventType type;
  private final UUID subject;
  private final long sequence;
  private final Instant time;
  private final JsonNode data;
  private final JsonMapper json;

  LoggedEvent(
      UUID id,
      EventType type,
      UUID subject,
      long sequence,
      Instant time,
      JsonNode data,
      JsonMapper json) {
    this.id = id;
    this.type = type;
    this.subject = subject;
    this.sequence = sequence;
    this.time = time;
    this.data = data;
    this.json = json;
  }

  public UUID id() {
    return id;
  }

  public EventType type() {
    return type;
  }

  public UUID subject() {
    return subject;
  }

  /** The version of the aggregate that it tells. */
  public long sequence() {
    return sequence;
  }

  /** When the change happened. */
  public Instant time() {
    return time;
  }

  /**
   * @param shape a record of just the members that the reader needs; others are ignored
   * @throws UnreadableEventException when the data do not fit into it
   */
  public <T> T data(Class<T> shape) {
    try {
      return json.treeToValue(data, shape);
    } catch (JacksonException unreadable) {
      throw new UnreadableEventException("not such data: " + unreadable.getMessage(), unreadable);
    }
  }
}
