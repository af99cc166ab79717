package com.accordenergie.user.partner.stream.translation;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.LoggedEvent;
import com.accordenergie.platform.messaging.LoggedEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Internal events as the services tell them, with a canary wherever partners must not look. */
final class InternalSamples {

  static final String CANARY = "CANARI";
  static final UUID STAFF = id(66);

  private static final JsonMapper JSON = new JsonMapper();
  private static final String THEN = "2026-11-26T08:00:00Z";
  private static final String NOW = "2026-11-26T09:30:00.125Z";

  private InternalSamples() {}

  private static UUID id(int number) {
    return UUID.fromString("0193a1f0-0000-7000-8000-%012d".formatted(number));
  }

  static LoggedEvent event(String name, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id(1));
    event.put("source", "/a-service");
    event.put("type", EventType.v1(name).type());
    event.put("subject", data.getOrDefault("interventionId", data.get("id")));
    event.put("time", NOW);
    event.put("sequence", 4);
    event.put("actor", STAFF);
    event.put("dataschema", EventType.v1(name).schema());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return LoggedEvents.of(JSON.writeValueAsString(event));
  }

  /** An event of this name as it is told most often. */
  static Map<String, Object> data(String name) {
    return switch (name.substring(0, name.indexOf('.'))) {
      case "intervention" -> intervention(name);
      case "comment" -> comment(name, "PUBLIC");
      case "attachment" -> attachment(name, "PUBLIC");
      case "client" -> client(name);
      default -> site(name);
    };
  }

  private static Map<String, Object> intervention(String name) {
    return switch (name) {
      case "intervention.status-changed" ->
          withTransition(intervention("status", "plannedStart"), "En attente : {reason}", "Pièce commandée");
      case "intervention.scheduled" -> intervention("plannedStart", "plannedEnd");
      case "intervention.created" ->
          intervention("reference", "siteId", "title", "description", "ownerId", "urgency", "status");
      default -> intervention("title", "overrideReason");
    };
  }

  static Map<String, Object> intervention(String... changed) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id(2));
    data.put("reference", "INT-2026-000042");
    data.put("title", "Chaudière en panne");
    data.put("urgency", "HIGH");
    data.put("status", status("SCHEDULED", "PLANNED", "Rendez-vous fixé"));
    data.put("clientId", id(3));
    data.put("siteId", id(4));
    data.put("ownerId", STAFF);
    data.put("technicianId", STAFF);
    data.put("plannedStart", "2026-11-27T08:00:00Z");
    data.put("plannedEnd", "2026-11-27T09:00:00Z");
    data.put("createdAt", THEN);
    data.put("changedBy", Map.of("id", STAFF, "role", "DISPATCHER"));
    data.put("changedAt", NOW);
    List<Map<String, String>> changes = new ArrayList<>();
    for (String field : changed) {
      changes.add(Map.of("field", field, "from", CANARY, "to", CANARY));
    }
    data.put("changes", changes);
    return data;
  }

  private static Map<String, Object> status(String code, String category, String clientLabel) {
    return new HashMap<>(
        Map.of("code", code, "category", category, "label", CANARY, "clientLabel", clientLabel));
  }

  static Map<String, Object> withTransition(
      Map<String, Object> intervention, String clientLabel, @Nullable String clientReason) {
    intervention.put("status", status("ON_HOLD", "PAUSED", clientLabel));
    Map<String, Object> transition = new LinkedHashMap<>();
    transition.put(
        "from",
        Map.of(
            "code", "IN_PROGRESS", "label", CANARY, "clientLabel", "Intervention en cours"));
    transition.put(
        "to", Map.of("code", "ON_HOLD", "label", CANARY, "clientLabel", clientLabel));
    transition.put("reason", CANARY);
    transition.put("clientReason", clientReason);
    intervention.put("transition", transition);
    return intervention;
  }

  static Map<String, Object> comment(String name, String visibility) {
    Map<String, Object> data = contribution(5, visibility);
    if (!name.endsWith("removed") && visibility.equals("PUBLIC")) {
      data.put("body", "Le code du portail a changé.");
    }
    return data;
  }

  static Map<String, Object> attachment(String name, String visibility) {
    Map<String, Object> data = contribution(6, visibility);
    data.put("kind", "PHOTO");
    if (!name.endsWith("removed")) {
      data.put("mediaType", "image/jpeg");
      data.put("size", 183_204);
      data.put("takenAt", THEN);
      if (visibility.equals("PUBLIC")) {
        data.put("caption", "La vanne remplacée");
      }
    }
    return data;
  }

  private static Map<String, Object> contribution(int number, String visibility) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id(number));
    data.put("interventionId", id(2));
    data.put("clientId", id(3));
    data.put("visibility", visibility);
    data.put("authorId", STAFF);
    data.put("authorRole", "TECHNICIAN");
    data.put("createdAt", NOW);
    data.put("changedAt", NOW);
    return data;
  }

  private static Map<String, Object> client(String name) {
    return Map.of(
        "id", id(3),
        "code", "CLI-00012",
        "name", "Boulangerie Martin",
        "active", !name.endsWith("retired"));
  }

  private static Map<String, Object> site(String name) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id(4));
    data.put("clientId", id(3));
    data.put("name", "Fournil");
    data.put("addressLine", "12 rue des Lilas");
    data.put("postalCode", "69003");
    data.put("city", "Lyon");
    data.put("contactName", CANARY);
    data.put("contactPhone", CANARY);
    data.put("accessNotes", CANARY);
    data.put("active", !name.endsWith("retired"));
    return data;
  }
}
