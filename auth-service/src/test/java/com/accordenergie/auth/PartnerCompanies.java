package com.accordenergie.auth;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.PublishedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partners of the company, as user-service tells of them. */
final class PartnerCompanies {

  private final PublishedEvents events;
  private final JdbcClient jdbc;

  PartnerCompanies(PublishedEvents events, JdbcClient jdbc) {
    this.events = events;
    this.jdbc = jdbc;
  }

  /** One that has been heard of. */
  Company arrive() {
    Company company = stranger();
    tell("partner.created", company, 1);
    return company;
  }

  /** One of which no event has told. */
  static Company stranger() {
    UUID id = Ids.next();
    return new Company(id, "Chauffage " + id.toString().substring(24), "ACTIVE");
  }

  /** Tells it, and waits until it is known. */
  Company tell(String event, Company company, long sequence) {
    publish(event, company, sequence);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> sequenceOf(company.id()).filter(known -> known >= sequence).isPresent());
    return company;
  }

  void publish(String event, Company company, long sequence) {
    events.publish(EventType.v1(event), company.id(), sequence, company.data());
  }

  private Optional<Long> sequenceOf(UUID id) {
    return jdbc.sql("select sequence from partner where id = ?")
        .param(Ids.bytes(id))
        .query(Long.class)
        .optional();
  }

  record Company(UUID id, String name, String state) {

    Company in(String other) {
      return new Company(id, name, other);
    }

    Map<String, Object> data() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("id", id);
      data.put("name", name);
      data.put("contactEmail", null);
      data.put("state", state);
      data.put("clientIds", List.of());
      data.put("eventTypes", List.of());
      data.put("changedAt", Instant.now().toString());
      data.put("changedBy", Map.of("id", Ids.next(), "role", "ADMIN"));
      return data;
    }
  }
}
