package com.accordenergie.user.partner.webhook;

import com.accordenergie.user.partner.PublicEventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it stands in one version.
 *
 * @param gone whether it is paused because its receiver said that it is gone for good
 * @param formerSecretUntil until when the secret before this one signs too
 */
public record Webhook(
    UUID id,
    UUID partnerId,
    WebhookContents contents,
    boolean gone,
    @Nullable Instant formerSecretUntil,
    Instant createdAt,
    Instant changedAt,
    long version) {

  public boolean isActive() {
    return contents.state() == WebhookState.ACTIVE;
  }

  Webhook paused(boolean isGone, Instant at) {
    return new Webhook(
        id,
        partnerId,
        new WebhookContents(contents.details(), WebhookState.PAUSED),
        isGone,
        formerSecretUntil,
        createdAt,
        at,
        version + 1);
  }

  public String url() {
    return contents.details().url();
  }

  public boolean wants(PublicEventType type) {
    List<String> types = contents.details().eventTypes();
    return types.isEmpty() || types.contains(type.label());
  }
}
