package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.identity.Caller;
import org.jspecify.annotations.Nullable;

/** Tells the others what became of a webhook, in the transaction in which it did. */
public interface WebhookEvents {

  /** What has become of it. */
  enum Turn {
    CREATED,
    UPDATED,
    PAUSED,
    RESUMED,
    SECRET_REPLACED,
    DELETED
  }

  /**
   * @param by null when its receiver was the cause
   */
  void tell(Turn turn, Webhook webhook, @Nullable Caller by);
}
