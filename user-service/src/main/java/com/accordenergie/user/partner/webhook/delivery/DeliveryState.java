package com.accordenergie.user.partner.webhook.delivery;

/** What has become of a delivery. */
public enum DeliveryState {
  WAITING,
  DELIVERED,

  /** Given up, after three days. It can be replayed. */
  FAILED
}
