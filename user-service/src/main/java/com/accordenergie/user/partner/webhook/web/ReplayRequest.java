package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.partner.webhook.delivery.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookReplayRequest", description = "What is to be sent again")
record ReplayRequest(
    @Schema(description = "What happened then or later; may be left out with `state`")
        @Nullable Instant from,
    @Schema(description = "But before this time; everything until now unless told")
        @Nullable Instant to,
    @Schema(
            description = "Only what was given up; all of the stream unless told",
            allowableValues = "FAILED")
        @Nullable DeliveryState state) {

  /** As it is meant, seen from now. */
  ReplayRequest checked(Instant now) {
    if (state != null && state != DeliveryState.FAILED) {
      throw Problems.invalid("#/state", "It is FAILED, or left out.");
    }
    if (from == null && state == null) {
      throw Problems.invalid("#/from", "Say from when on.");
    }
    Instant begin = from == null ? Instant.EPOCH : from;
    Instant end = to == null || to.isAfter(now) ? now : to;
    if (!begin.isBefore(end)) {
      throw Problems.invalid(to == null ? "#/from" : "#/to", "It ends before it begins.");
    }
    return new ReplayRequest(begin, end, state);
  }
}
