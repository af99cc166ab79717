package com.accordenergie.intervention;

import com.accordenergie.platform.identity.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Rows of the admin's lists that disturb no other test: they stay inactive until one says otherwise. */
final class Lists {

  /** Under which changes of them are told. */
  static final UUID AGGREGATE = UUID.fromString("019acc07-0000-7000-8000-000000000001");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Trade trade;

  Lists(Trade trade) {
    this.trade = trade;
  }

  static String freshCode() {
    return "TEST_" + NUMBER.incrementAndGet();
  }

  static Map<String, Object> status(String code) {
    Map<String, Object> body = new HashMap<>();
    body.put("code", code);
    body.put("labelFr", "Devis envoyé");
    body.put("labelEn", "Quote sent");
    body.put("clientLabelFr", "Devis à accepter");
    body.put("clientLabelEn", "Quote to accept");
    body.put("category", "PAUSED");
    body.put("clock", "PAUSE");
    body.put("position", 65);
    body.put("color", "#a16207");
    body.put("active", false);
    return body;
  }

  static Map<String, Object> transition(@Nullable String from, String to) {
    Map<String, Object> body = new HashMap<>();
    body.put("from", from);
    body.put("to", to);
    body.put("byDispatcher", true);
    body.put("byTechnician", false);
    body.put("needsReason", false);
    body.put("needsReport", false);
    body.put("needsTechnician", false);
    body.put("needsSlot", false);
    body.put("active", false);
    return body;
  }

  static Map<String, Object> urgency(String code) {
    Map<String, Object> body = new HashMap<>();
    body.put("code", code);
    body.put("labelFr", "Planifiable");
    body.put("labelEn", "Whenever");
    body.put("rank", 0);
    body.put("color", "#64748b");
    body.put("takeOverMinutes", 600);
    body.put("resolveMinutes", 6000);
    body.put("active", false);
    return body;
  }

  static Map<String, Object> with(Map<String, Object> body, String name, @Nullable Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  String inactiveStatus(Caller admin) {
    String code = freshCode();
    trade.post(admin, "/api/v1/statuses", status(code)).is(201);
    return code;
  }

  String inactiveUrgency(Caller admin) {
    String code = freshCode();
    trade.post(admin, "/api/v1/urgencies", urgency(code)).is(201);
    return code;
  }

  UUID inactiveTransition(Caller admin, String from, String to) {
    return trade.post(admin, "/api/v1/transitions", transition(from, to)).is(201).id();
  }
}
