package com.accordenergie.user.partner.webhook.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The headers by which a receiver knows that an event is ours (Standard Webhooks, version 1). */
final class Signature {

  private Signature() {}

  /**
   * @param secrets one signature is made with each of them
   */
  static Map<String, String> headers(
      UUID event, Instant now, byte[] body, List<byte[]> secrets) {
    String id = event.toString();
    long seconds = now.getEpochSecond();
    String payload = new String(body, StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> sign(secret, id, seconds, payload))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  static String sign(byte[] secret, String id, long seconds, String payload) {
    try {
      return new Webhook(secret).sign(id, seconds, payload);
    } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
      throw new IllegalStateException("HMAC is part of the platform", impossible);
    }
  }
}
