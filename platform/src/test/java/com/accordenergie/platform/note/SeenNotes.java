package com.accordenergie.platform.note;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.Event;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consumer's projection. */
class SeenNotes {

  record Noted(UUID id, String text) {}

  private final JdbcClient jdbc;

  SeenNotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void on(Event<Noted> event) {
    jdbc.sql("insert into seen (note, sequence) values (?, ?)")
        .params(Ids.bytes(event.subject()), event.sequence())
        .update();
    if (event.data().text().equals("cannot be handled")) {
      throw new IllegalStateException("no way");
    }
  }

  List<Long> sequencesOf(UUID note) {
    return jdbc.sql("select sequence from seen where note = ? order by position")
        .param(Ids.bytes(note))
        .query(Long.class)
        .list();
  }
}
