package com.accordenergie.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads {@link Patch}: a missing member stays absent, a null is a value. */
final class PatchDeserializer extends ValueDeserializer<Patch<?>> {

  private final @Nullable JavaType type;

  PatchDeserializer() {
    this(null);
  }

  private PatchDeserializer(@Nullable JavaType type) {
    this.type = type;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType patch = property == null ? context.getContextualType() : property.getType();
    return new PatchDeserializer(patch.containedTypeOrUnknown(0));
  }

  @Override
  public Patch<?> deserialize(JsonParser parser, DeserializationContext context) {
    return Patch.of(context.readValue(parser, type));
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return Patch.of(null);
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return Patch.absent();
  }
}
