package com.accordenergie.gateway.suite;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One intervention, and what people do with it. */
record Work(UUID id) {

  private static final AtomicLong DAYS = new AtomicLong();

  static Answer tryToCreate(Colleague dispatcher, Company.Client client, String title) {
    return dispatcher.post("/api/v1/interventions", order(client, title));
  }

  static Map<String, Object> order(Company.Client client, String title) {
    Map<String, Object> order = new HashMap<>();
    order.put("title", title);
    order.put("description", "Plus de chauffage depuis ce matin.");
    order.put("urgency", "HIGH");
    order.put("clientId", client.id());
    order.put("siteId", client.site());
    return order;
  }

  static Work create(Colleague dispatcher, Company.Client client, String title) {
    return new Work(tryToCreate(dispatcher, client, title).expect(201).id());
  }

  /** As somebody does who does not know whether it was carried out: again, with the same key. */
  static Work createHoweverOften(Colleague dispatcher, Company.Client client, String title) {
    String key = UUID.randomUUID().toString();
    Map<String, Object> order = order(client, title);
    Answer answer = dispatcher.postOnce("/api/v1/interventions", key, order);
    for (int more = 0; more < 5 && answer.status() == 503; more++) {
      answer = dispatcher.postOnce("/api/v1/interventions", key, order);
    }
    return new Work(answer.expect(201).id());
  }

  String path() {
    return "/api/v1/interventions/" + id;
  }

  Answer seenBy(Colleague reader) {
    return reader.get(path());
  }

  /** Moves it on from the version that the mover sees. */
  Answer moved(Colleague mover, String to, Map<String, ?> needs) {
    return moved(mover, seenBy(mover).expect(200).etag(), to, needs);
  }

  Answer moved(Colleague mover, String etag, String to, Map<String, ?> needs) {
    Map<String, Object> move = new HashMap<>(needs);
    move.put("to", to);
    return mover.post(path() + "/transitions", etag, move);
  }

  Answer planned(Colleague dispatcher, Colleague technician) {
    return moved(dispatcher, "SCHEDULED", slotOf(technician));
  }

  /** A slot that nobody else has. */
  static Map<String, Object> slotOf(Colleague technician) {
    Instant start =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .plus(DAYS.incrementAndGet() * 2, ChronoUnit.HOURS);
    return Map.of(
        "technicianId", technician.id(),
        "plannedStart", start.toString(),
        "plannedEnd", start.plus(90, ChronoUnit.MINUTES).toString());
  }

  Answer commented(Colleague author, String body, String visibility) {
    return author.post(path() + "/comments", Map.of("body", body, "visibility", visibility));
  }

  Answer thread(Colleague reader) {
    return reader.get(path() + "/comments?limit=100");
  }
}
