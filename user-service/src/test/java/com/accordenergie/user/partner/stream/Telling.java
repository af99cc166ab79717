package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.PublishedEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the other services tell, in the shapes that docs/events publishes. */
public final class Telling {

  private static final JsonMapper JSON = new JsonMapper();

  private final PublishedEvents events;

  public Telling(PublishedEvents events) {
    this.events = events;
  }

  public static Map<String, Object> intervention(UUID id, UUID client, String... changed) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("reference", "INT-2026-000042");
    data.put("title", "Chaudière en panne");
    data.put("urgency", "HIGH");
    data.put(
        "status",
        Map.of(
            "code", "NEW",
            "category", "OPEN",
            "label", "Nouvelle",
            "clientLabel", "Demande enregistrée"));
    data.put("clientId", client);
    data.put("siteId", UUID.randomUUID());
    data.put("ownerId", UUID.randomUUID());
    data.put("technicianId", null);
    data.put("plannedStart", null);
    data.put("plannedEnd", null);
    data.put("createdAt", Instant.now());
    data.put("changedBy", Map.of("id", UUID.randomUUID(), "role", "DISPATCHER"));
    data.put("changedAt", Instant.now());
    List<Map<String, Object>> changes = new ArrayList<>();
    for (String field : changed) {
      changes.add(Map.of("field", field, "from", "a", "to", "b"));
    }
    data.put("changes", changes);
    return data;
  }

  public static Map<String, Object> comment(UUID intervention, UUID client, String visibility, String body) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", UUID.randomUUID());
    data.put("interventionId", intervention);
    data.put("clientId", client);
    data.put("visibility", visibility);
    data.put("authorId", UUID.randomUUID());
    data.put("authorRole", "TECHNICIAN");
    data.put("body", body);
    data.put("createdAt", Instant.now());
    data.put("changedAt", Instant.now());
    return data;
  }

  /** A new title in each version; returns the ids of the events. */
  public List<String> versions(UUID intervention, UUID client, int first, int last) {
    List<String> ids = new ArrayList<>();
    events.inOrder(
        () -> {
          for (int version = first; version <= last; version++) {
            ids.add(
                tell("intervention.updated", intervention, version, intervention(intervention, client, "title"))
                    .toString());
          }
        });
    return ids;
  }

  /** As it stands on the wire. */
  static byte[] event(
      UUID id, String name, UUID subject, long sequence, Map<String, Object> data) {
    EventType type = EventType.v1(name);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "/another-service");
    event.put("type", type.type());
    event.put("subject", subject);
    event.put("time", Instant.now());
    event.put("sequence", sequence);
    event.put("dataschema", type.schema());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return JSON.writeValueAsBytes(event);
  }

  public UUID tell(String name, UUID subject, long sequence, Map<String, Object> data) {
    return events.publish(EventType.v1(name), subject, sequence, data);
  }
}
