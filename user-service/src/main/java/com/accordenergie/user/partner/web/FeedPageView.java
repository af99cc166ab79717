package com.accordenergie.user.partner.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

@Schema(name = "PartnerEvents", description = "A page of a partner's events")
record FeedPageView(
    @ArraySchema(
            schema =
                @Schema(
                    type = "object",
                    description =
                        "A CloudEvents 1.0 event in its JSON format; docs/events/partner describes"
                            + " each type",
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                    implementation = Object.class))
        List<JsonNode> items,
    @Schema(description = "Where to go on; always there") String nextCursor) {}
