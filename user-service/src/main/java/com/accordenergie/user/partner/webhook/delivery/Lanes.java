package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.webhook.WebhookProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How much this instance sends at the same time. There are two lanes with as many places each:
 * whoever was slow the last time, or did not answer, takes places in the slow one, and few of those.
 * So those that answer at once never wait for the others.
 */
@Component
class Lanes {

  private final WebhookProperties properties;
  private final Map<UUID, Usage> usages = new HashMap<>();
  private int quickTaken;
  private int slowTaken;

  Lanes(WebhookProperties properties) {
    this.properties = properties;
  }

  private static final class Usage {
    private boolean slow;
    private int taken;
  }

  /** A place that is given back with what was seen. */
  record Place(UUID webhook, boolean slow) {}

  /** How many places the webhook may take now. */
  synchronized int free(UUID webhook) {
    Usage usage = usages.get(webhook);
    boolean slow = usage != null && usage.slow;
    int taken = usage == null ? 0 : usage.taken;
    int own = (slow ? properties.slowAtOnce() : properties.atOnce()) - taken;
    return Math.clamp(own, 0, properties.inAll() - (slow ? slowTaken : quickTaken));
  }

  synchronized Place take(UUID webhook) {
    Usage usage = usages.computeIfAbsent(webhook, id -> new Usage());
    usage.taken++;
    if (usage.slow) {
      slowTaken++;
    } else {
      quickTaken++;
    }
    return new Place(webhook, usage.slow);
  }

  synchronized void give(Place place, boolean slow) {
    if (place.slow()) {
      slowTaken--;
    } else {
      quickTaken--;
    }
    Usage usage = usages.get(place.webhook());
    if (usage != null) {
      usage.taken--;
      usage.slow = slow;
      if (usage.taken == 0 && !slow) {
        usages.remove(place.webhook());
      }
    }
  }

  synchronized boolean areTaken() {
    return quickTaken + slowTaken > 0;
  }

  /** Whoever is not called any more is forgotten. */
  synchronized void keepOnly(Set<UUID> webhooks) {
    usages.entrySet().removeIf(one -> one.getValue().taken == 0 && !webhooks.contains(one.getKey()));
  }
}
