package com.accordenergie.user.partner.webhook;

import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.user.Office;
import com.accordenergie.user.partner.stream.Telling;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A partner of one client with one webhook, as an admin sets it up.
 *
 * @param secret as it was shown
 */
public record Setup(Office office, UUID client, UUID partner, UUID webhook, String secret) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public static Setup of(Office office, Receiver receiver, String... eventTypes) {
    UUID client = office.takeOn();
    UUID partner = Office.id(office.create(Office.PARTNERS, Office.partner(client)));
    return of(office, client, partner, receiver, eventTypes);
  }

  public static Setup of(
      Office office, UUID client, UUID partner, Receiver receiver, String... eventTypes) {
    Map<String, Object> wanted = new HashMap<>(Map.of("url", receiver.url()));
    // What happens to the client itself is another story.
    wanted.put(
        "eventTypes",
        eventTypes.length == 0
            ? List.of("intervention.updated", "comment.added")
            : List.of(eventTypes));
    JsonNode made = office.create(webhooksOf(partner), wanted);
    return new Setup(
        office, client, partner, Office.id(made), made.required("secret").asString());
  }

  public static String webhooksOf(UUID partner) {
    return Office.PARTNERS + "/" + partner + "/webhooks";
  }

  public String uri() {
    return webhooksOf(partner) + "/" + webhook;
  }

  public String deliveries() {
    return uri() + "/deliveries";
  }

  /** Versions of an intervention of this client; answers with the ids of their events. */
  public List<UUID> tell(Telling telling, UUID intervention, int first, int last) {
    return telling.versions(intervention, client, first, last).stream()
        .map(UUID::fromString)
        .toList();
  }

  /** Until the partner's stream has this event. */
  public void awaitInFeed(UUID event) {
    awaitInFeed(office, partner, event);
  }

  public static void awaitInFeed(Office office, UUID partner, UUID event) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                Office.text(
                        office
                            .get(Caller.partner(partner), "/api/v1/partner/events?limit=100")
                            .expectStatus()
                            .isOk())
                    .contains(event.toString()));
  }

  public List<JsonNode> all(String query) {
    return office.all(office.admin(), deliveries() + query, 100);
  }

  public List<JsonNode> awaitDeliveries(Predicate<List<JsonNode>> condition) {
    return await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> all(""), condition);
  }

  public List<JsonNode> awaitStates(String state, int count) {
    return await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> all("?state=" + state), found -> found.size() == count);
  }
}
