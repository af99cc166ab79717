package com.accordenergie.platform.web;

import com.accordenergie.platform.problem.Characters;
import com.accordenergie.platform.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * What a body may hold, beyond what JSON allows: text without NUL and other control characters, and
 * times that exist, carry an offset and that the database can keep.
 */
final class StrictJson extends SimpleModule {

  private static final long serialVersionUID = 1L;

  StrictJson() {
    super("accord-strict-json");
    addDeserializer(String.class, new Text());
    addDeserializer(Instant.class, new Time());
  }

  private static final class Text extends StdScalarDeserializer<String> {

    Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(this, Refusal.because("A text is needed here."));
      }
      String text = parser.getString();
      if (!Characters.areAllowed(text)) {
        return context.reportInputMismatch(
            this, Refusal.because("The text holds characters that are not allowed."));
      }
      return text;
    }
  }

  private static final class Time extends StdDeserializer<Instant> {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    Time() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        try {
          Instant time = OffsetDateTime.parse(parser.getString()).toInstant();
          if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
            return time.truncatedTo(ChronoUnit.MICROS);
          }
        } catch (DateTimeException impossible) {
          // Reported below, like every other unreadable time.
        }
      }
      return context.reportInputMismatch(
          this, Refusal.because("A time such as 2026-11-24T08:30:00Z is needed (RFC 3339)."));
    }
  }
}
