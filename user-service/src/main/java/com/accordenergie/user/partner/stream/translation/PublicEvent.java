package com.accordenergie.user.partner.stream.translation;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.user.partner.PublicEventType;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * What partners may read of an event.
 *
 * @param clientId whose event it is
 */
public record PublicEvent(PublicEventType type, UUID clientId, Envelope envelope) {

  private static final String PARTNER = "partner.";
  private static final String SOURCE = "/partner-stream";

  /** CloudEvents 1.0 in its JSON format, with the extension {@code sequence}. */
  @JsonPropertyOrder({
    "specversion", "id", "source", "type", "subject", "time", "sequence", "dataschema"
  })
  public record Envelope(
      String specversion,
      UUID id,
      String source,
      String type,
      UUID subject,
      Instant time,
      long sequence,
      String dataschema,
      String datacontenttype,
      Object data) {

    /**
     * @param name as an entitlement has it
     */
    public static Envelope of(
        String name, UUID id, UUID subject, Instant time, long sequence, Object data) {
      EventType type = EventType.v1(PARTNER + name);
      return new Envelope(
          "1.0",
          id,
          SOURCE,
          type.type(),
          subject,
          time,
          sequence,
          type.schema(),
          "application/json",
          data);
    }
  }
}
