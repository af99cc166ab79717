package com.accordenergie.comment;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Events as the other services tell them: complete, with members that nobody here reads. */
final class Told {

  static final EventType CREATED = EventType.v1("intervention.created");
  static final EventType UPDATED = EventType.v1("intervention.updated");
  static final EventType ASSIGNED = EventType.v1("intervention.assigned");
  static final EventType SCHEDULED = EventType.v1("intervention.scheduled");
  static final EventType HANDED_OVER = EventType.v1("intervention.handed-over");
  static final EventType STATUS_CHANGED = EventType.v1("intervention.status-changed");
  static final EventType USER_CREATED = EventType.v1("user.created");
  static final EventType USER_UPDATED = EventType.v1("user.updated");
  static final EventType USER_DEACTIVATED = EventType.v1("user.deactivated");
  static final EventType USER_ERASED = EventType.v1("user.erased");

  private Told() {}

  static Intervention created(UUID clientId, UUID ownerId, @Nullable UUID technicianId) {
    UUID id = Ids.next();
    return new Intervention(
        id,
        "INT-2026-%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000)),
        clientId,
        ownerId,
        technicianId,
        "NEW",
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        1);
  }

  static Map<String, Object> snapshot(Intervention intervention) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", intervention.id());
    data.put("reference", intervention.reference());
    data.put("title", "Chaudière en panne");
    data.put("urgency", "HIGH");
    data.put("status", status(intervention.status(), "Libellé", "Libellé client"));
    data.put("clientId", intervention.clientId());
    data.put("siteId", UUID.randomUUID());
    data.put("ownerId", intervention.ownerId());
    data.put("technicianId", intervention.technicianId());
    data.put("plannedStart", null);
    data.put("plannedEnd", null);
    data.put("createdAt", intervention.createdAt());
    data.put("changedBy", Map.of("id", intervention.ownerId(), "role", "DISPATCHER"));
    data.put("changedAt", intervention.createdAt());
    data.put("changes", List.of(Map.of("field", "title", "from", "Chaudière", "to", "Chaudière en panne")));
    return data;
  }

  static Map<String, Object> statusChange(
      Intervention after, UUID by, String role, Instant at, Map<String, Object> transition) {
    Map<String, Object> data = snapshot(after);
    data.put("changedBy", Map.of("id", by, "role", role));
    data.put("changedAt", at);
    data.put("transition", transition);
    return data;
  }

  static Map<String, Object> transition(
      Map<String, Object> from,
      Map<String, Object> to,
      @Nullable String reason,
      @Nullable String clientReason) {
    Map<String, Object> transition = new LinkedHashMap<>();
    transition.put("from", withoutCategory(from));
    transition.put("to", withoutCategory(to));
    transition.put("reason", reason);
    transition.put("clientReason", clientReason);
    return transition;
  }

  private static Map<String, Object> withoutCategory(Map<String, Object> status) {
    Map<String, Object> wording = new LinkedHashMap<>(status);
    wording.remove("category");
    return wording;
  }

  static Map<String, Object> status(String code, String label, String clientLabel) {
    return Map.of("code", code, "category", "OPEN", "label", label, "clientLabel", clientLabel);
  }

  static Map<String, Object> user(UUID id, String name, String role) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("username", "u" + id);
    data.put("email", "u" + id + "@example.org");
    data.put("displayName", name);
    data.put("role", role);
    data.put("clientId", null);
    data.put("phone", null);
    data.put("active", true);
    data.put("skills", List.of());
    return data;
  }

  static Map<String, Object> inactive(UUID id, String name, String role) {
    Map<String, Object> data = user(id, name, role);
    data.put("active", false);
    return data;
  }
}
