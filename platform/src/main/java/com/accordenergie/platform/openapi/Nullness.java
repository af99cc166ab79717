package com.accordenergie.platform.openapi;

import com.accordenergie.platform.web.Patch;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the code says of a record's components holds for the description as well: one that is never
 * null is required, one that may be null is described as such, and one of a patch may be left out.
 */
final class Nullness implements ModelConverter {

  private static final String NULL = "null";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    JavaType java = Json31.mapper().constructType(type.getType());
    if (schema != null && java.getRawClass().isRecord()) {
      Schema<?> model = model(schema, context);
      if (model != null && model.getProperties() != null) {
        describe(model, java.getRawClass().getRecordComponents());
      }
    }
    return schema;
  }

  private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void describe(Schema<?> model, RecordComponent[] components) {
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : components) {
      Schema<?> property = model.getProperties().get(component.getName());
      if (property == null || component.getType() == Patch.class) {
        continue;
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        model.getProperties().put(component.getName(), nullable(property));
      } else {
        required.add(component.getName());
      }
    }
    model.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
  }

  private static Schema<?> nullable(Schema<?> property) {
    if (property.get$ref() != null) {
      return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))));
    }
    if (property.getTypes() != null) {
      property.addType(NULL);
    }
    return property;
  }
}
