package com.accordenergie.platform.messaging;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/**
 * The latest events of a log. A relay that ended between publishing and marking tells some again, soon:
 * as many as the outboxes of all services have under way, and what others told meanwhile.
 */
final class RecentEvents {

  static final int REMEMBERED = 8192;

  private final Set<UUID> ids = new HashSet<>();
  private final Queue<UUID> order = new ArrayDeque<>();

  boolean contains(UUID id) {
    return ids.contains(id);
  }

  /** False when it was there already. */
  boolean add(UUID id) {
    if (!ids.add(id)) {
      return false;
    }
    order.add(id);
    if (order.size() > REMEMBERED) {
      ids.remove(order.remove());
    }
    return true;
  }
}
