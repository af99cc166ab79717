package com.accordenergie.platform.note;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.Event;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consumer's projection. */
class SeenNotes {

  record Noted(UUID id, String text) {}

  private final JdbcClient jdbc;
  private final Set<UUID> unlucky = ConcurrentHashMap.newKeySet();

  SeenNotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void on(Event<Noted> event) {
    jdbc.sql("insert into seen (note, sequence) values (?, ?)")
        .params(Ids.bytes(event.subject()), event.sequence())
        .update();
    if (event.data().text().equals("cannot be handled") || unlucky.contains(event.subject())) {
      throw new IllegalStateException("no way");
    }
  }

  /** Whatever is told of this note fails from now on. */
  void failOn(UUID note) {
    unlucky.add(note);
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
