package com.accordenergie.user.partner.webhook;

/** A webhook, and the secret that is shown this once. */
public record NewSecret(Webhook webhook, String secret) {

  @Override
  public String toString() {
    return "NewSecret[" + webhook.id() + "]";
  }
}
