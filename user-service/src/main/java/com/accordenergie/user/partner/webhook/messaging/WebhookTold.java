package com.accordenergie.user.partner.webhook.messaging;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of the {@code partner.webhook-*} events. The rest of an address may be as good as a
 * password, and stays here.
 *
 * @param name the host that is called
 */
record WebhookTold(
    UUID id,
    UUID partnerId,
    String name,
    WebhookState state,
    List<String> eventTypes,
    Instant changedAt,
    @Nullable ChangedBy changedBy) {

  record ChangedBy(UUID id, Role role) {}

  static WebhookTold of(Webhook webhook, @Nullable Caller by) {
    return new WebhookTold(
        webhook.id(),
        webhook.partnerId(),
        URI.create(webhook.url()).getHost(),
        webhook.contents().state(),
        webhook.contents().details().eventTypes(),
        webhook.changedAt(),
        by == null ? null : new ChangedBy(by.id(), by.role()));
  }
}
