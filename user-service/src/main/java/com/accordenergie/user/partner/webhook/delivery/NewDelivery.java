package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.PublicEventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be sent.
 *
 * @param clientId whose event it is; null for a test, which is nobody's
 * @param body as it stands in the stream
 */
record NewDelivery(
    UUID eventId,
    String type,
    @Nullable UUID clientId,
    UUID subject,
    Instant happenedAt,
    byte[] body) {

  private static final String PREFIX = "com.accordenergie.partner.";

  /** Null for what no entitlement names, such as what opens a stream. */
  static @Nullable NewDelivery read(byte[] body, JsonMapper json) {
    JsonNode event = json.readTree(body);
    PublicEventType type = type(event.required("type").asString());
    if (type == null) {
      return null;
    }
    JsonNode data = event.required("data");
    String client = type.label().startsWith("client.") ? "id" : "clientId";
    return new NewDelivery(
        uuid(event, "id"),
        type.label(),
        uuid(data, client),
        uuid(event, "subject"),
        Instant.parse(event.required("time").asString()),
        body);
  }

  private static @Nullable PublicEventType type(String type) {
    int version = type.lastIndexOf(".v");
    return type.startsWith(PREFIX) && version > PREFIX.length()
        ? PublicEventType.of(type.substring(PREFIX.length(), version)).orElse(null)
        : null;
  }

  private static UUID uuid(JsonNode node, String name) {
    return UUID.fromString(node.required(name).asString());
  }
}
