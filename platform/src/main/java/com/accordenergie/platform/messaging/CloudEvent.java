package com.accordenergie.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** CloudEvents 1.0 in its JSON format, with the extension {@code sequence}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "specversion", "id", "source", "type", "subject", "time", "sequence", "dataschema"
})
record CloudEvent(
    String specversion,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    long sequence,
    String dataschema,
    String datacontenttype,
    Object data) {

  static final String CONTENT_TYPE = "application/cloudevents+json";
}
