package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.user.partner.webhook.delivery.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookReplay", description = "What is sent again")
record ReplayView(
    Instant from,
    Instant to,
    @Nullable DeliveryState state,
    @Schema(
            description =
                "How many wait again, 5000 at most at once; null when the stream is read again, which"
                    + " goes on in the background")
        @Nullable Integer deliveries) {}
