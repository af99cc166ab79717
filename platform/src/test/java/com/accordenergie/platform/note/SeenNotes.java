package com.accordenergie.platform.note;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionTimedOutException;

/** A consumer's projection. */
class SeenNotes {

  record Noted(UUID id, String text) {}

  private final JdbcClient jdbc;
  private final Map<UUID, Supplier<RuntimeException>> unlucky = new ConcurrentHashMap<>();

  SeenNotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void on(Event<Noted> event) {
    jdbc.sql("insert into seen (note, sequence) values (?, ?)")
        .params(Ids.bytes(event.subject()), event.sequence())
        .update();
    if (event.data().text().equals("cannot be handled")) {
      throw noWay();
    }
    Supplier<RuntimeException> failure = unlucky.get(event.subject());
    if (failure != null) {
      throw failure.get();
    }
  }

  private static RuntimeException noWay() {
    return new IllegalStateException("no way");
  }

  /** Whatever is told of this note fails from now on. */
  void failOn(UUID note) {
    unlucky.put(note, SeenNotes::noWay);
  }

  /** The database takes its time with whatever is told of this note. */
  void takeTooLongFor(UUID note) {
    unlucky.put(note, () -> new TransactionTimedOutException("too slow"));
  }

  void failNoMoreOn(UUID note) {
    unlucky.remove(note);
  }

  List<Long> sequencesOf(UUID note) {
    return jdbc.sql("select sequence from seen where note = ? order by position")
        .param(Ids.bytes(note))
        .query(Long.class)
        .list();
  }
}
