package com.accordenergie.platform.messaging;

import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it stands in the log. */
public final class LoggedEvent {

  private final EventType type;
  private final UUID subject;
  private final JsonNode data;
  private final JsonMapper json;

  LoggedEvent(EventType type, UUID subject, JsonNode data, JsonMapper json) {
    this.type = type;
    this.subject = subject;
    this.data = data;
    this.json = json;
  }

  public EventType type() {
    return type;
  }

  public UUID subject() {
    return subject;
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
