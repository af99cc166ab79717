package com.accordenergie.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** The shape of a problem, once for all operations. */
final class CommonComponents implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(new Components());
    }
    api.getComponents().addSchemas("Problem", problem());
  }

  private static Schema<?> problem() {
    Schema<?> violation =
        new ObjectSchema()
            .addProperty(
                "pointer",
                new StringSchema()
                    .description("`#/title` in the body, `?limit` in the query, or a header's name"))
            .addProperty("detail", new StringSchema())
            .required(List.of("pointer", "detail"));
    return new ObjectSchema()
        .description("A refusal (RFC 9457). Switch on `type`, never on a text.")
        .addProperty("type", new StringSchema().description("Stable: `urn:accord:problem:...`"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("errors", new ArraySchema().items(violation))
        .required(List.of("type", "title", "status"));
  }
}
