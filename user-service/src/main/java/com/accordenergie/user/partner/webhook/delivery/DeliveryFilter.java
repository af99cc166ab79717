package com.accordenergie.user.partner.webhook.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deliveries are wanted; what is null does not matter. */
public record DeliveryFilter(@Nullable DeliveryState state, @Nullable UUID subject) {}
