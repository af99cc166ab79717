package com.accordenergie.user.partner.webhook.messaging;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookEvents;
import com.accordenergie.user.partner.webhook.Webhooks;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves what became of webhooks in the outbox. */
@Component
class WebhookOutbox implements WebhookEvents {

  private final Outbox outbox;
  private final Webhooks webhooks;

  WebhookOutbox(Outbox outbox, Webhooks webhooks) {
    this.outbox = outbox;
    this.webhooks = webhooks;
  }

  @Override
  public void tell(Turn turn, Webhook webhook, @Nullable Caller by) {
    outbox.append(
        EventType.v1("partner.webhook-" + turn.name().toLowerCase(Locale.ROOT).replace('_', '-')),
        webhook.partnerId(),
        webhook.id(),
        webhooks.countTold(webhook.id()),
        webhook.changedAt(),
        WebhookTold.of(webhook, by));
  }
}
