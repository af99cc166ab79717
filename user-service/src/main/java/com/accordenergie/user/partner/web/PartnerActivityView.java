package com.accordenergie.user.partner.web;

import com.accordenergie.user.partner.stream.PartnerStream;
import com.accordenergie.user.partner.webhook.delivery.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerActivity", description = "How far a partner has come in its events")
record PartnerActivityView(
    @Schema(description = "When it last read its feed, to the minute; null if it never did")
        @Nullable Instant feedReadAt,
    @Schema(description = "Null until its first stream is written, and after something was taken away until what is left is") @Nullable Stream stream,
    List<Webhook> webhooks) {

  @Schema(name = "PartnerActivityStream")
  record Stream(
      int generation,
      @Schema(description = "False while the partner is suspended: it is written on when it is resumed")
          boolean following,
      @Schema(description = "The offset of its last entry; null when the broker does not say")
          @Nullable Long head) {}

  @Schema(name = "PartnerActivityWebhook")
  record Webhook(
      UUID id,
      @Schema(description = "The offset up to which it has taken the stream; null when it reads no such yet")
          @Nullable Long takenTo,
      @Nullable Instant lastDeliveredAt,
      @Schema(description = "What is not delivered yet") long waiting,
      @Schema(description = "Of that, what was tried in vain and is tried again") long retrying,
      @Schema(description = "What was given up, in the last 90 days") long failed) {}

  static PartnerActivityView of(
      @Nullable Instant feedReadAt,
      @Nullable PartnerStream stream,
      @Nullable Long head,
      List<Standing> webhooks) {
    return new PartnerActivityView(
        feedReadAt,
        stream == null
            ? null
            : new Stream(stream.generation(), stream.behindAt() == null, head),
        webhooks.stream().map(webhook -> webhook(webhook, stream)).toList());
  }

  /** An offset says something in its own generation only. */
  private static Webhook webhook(Standing webhook, @Nullable PartnerStream stream) {
    boolean readsThis =
        stream != null
            && webhook.generation() != null
            && webhook.generation() == stream.generation();
    return new Webhook(
        webhook.webhook(),
        readsThis ? webhook.takenTo() : null,
        webhook.lastDeliveredAt(),
        webhook.waiting(),
        webhook.retrying(),
        webhook.failed());
  }
}
