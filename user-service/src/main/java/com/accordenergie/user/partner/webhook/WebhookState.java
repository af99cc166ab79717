package com.accordenergie.user.partner.webhook;

/** Whether a webhook is called. */
public enum WebhookState {
  ACTIVE,

  /** By an admin, or because the receiver said that it is gone; afterwards it goes on where it was. */
  PAUSED
}
