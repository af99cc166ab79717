package com.accordenergie.intervention.lists.messaging;

import com.accordenergie.intervention.lists.ListAnnouncements;
import com.accordenergie.intervention.lists.ListChange;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists are one thing, of which each change makes the next version. */
@Component
class ListEvents implements ListAnnouncements {

  private static final EventType CHANGED = EventType.v1("list.changed");

  /** The same in every installation; published in the event's schema. */
  private static final UUID LISTS = UUID.fromString("019acc07-0000-7000-8000-000000000001");

  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Clock clock;

  ListEvents(Outbox outbox, JdbcClient jdbc, Clock clock) {
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void changed(ListChange change) {
    jdbc.sql("update list_lock set version = version + 1 where id = 1").update();
    long version = jdbc.sql("select version from list_lock where id = 1").query(Long.class).single();
    Instant now = clock.instant();
    outbox.append(CHANGED, LISTS, LISTS, version, now, Data.of(change, now));
  }

  /**
   * @param id of the lists, as the event's subject
   */
  record Data(
      UUID id,
      ListChange.Kind kind,
      String code,
      ListChange.Action action,
      List<ListChange.Field> changes,
      Instant changedAt) {

    static Data of(ListChange change, Instant at) {
      return new Data(
          LISTS, change.kind(), change.code(), change.action(), change.changes(), at);
    }
  }
}
