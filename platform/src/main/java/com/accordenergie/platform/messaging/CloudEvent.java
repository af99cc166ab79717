package com.accordenergie.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in its JSON format, with the extensions {@code sequence} and {@code actor}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "specversion", "id", "source", "type", "subject", "time", "sequence", "actor", "dataschema"
})
record CloudEvent(
    String specversion,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    long sequence,
    @Nullable UUID actor,
    String dataschema,
    String datacontenttype,
    Object data) {

  static final String CONTENT_TYPE = "application/cloudevents+json";
}
