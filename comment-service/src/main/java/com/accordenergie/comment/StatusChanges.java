package com.accordenergie.comment;

import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.UnreadableEventException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the status changes into the threads. */
@Component
class StatusChanges {

  private final JdbcClient jdbc;
  private final ThreadEntries entries;

  StatusChanges(JdbcClient jdbc, ThreadEntries entries) {
    this.jdbc = jdbc;
    this.entries = entries;
  }

  /** Told twice, a change is kept once. */
  void keep(Event<InterventionChanged> event) {
    InterventionChanged change = event.data();
    if (change.transition() == null) {
      throw new UnreadableEventException("a status change without its transition", null);
    }
    if (isKept(event)) {
      return;
    }
    insert(event, change, change.transition());
    entries.add(
        change.id(),
        change.changedAt(),
        event.id(),
        ThreadEntries.Kind.STATUS_CHANGE,
        Visibility.PUBLIC,
        change.changedBy().id());
  }

  private boolean isKept(Event<InterventionChanged> event) {
    return jdbc.sql("select count(*) from status_change where intervention_id = ? and sequence = ?")
            .params(Columns.of(event.data().id()), event.sequence())
            .query(Integer.class)
            .single()
        > 0;
  }

  private void insert(
      Event<InterventionChanged> event,
      InterventionChanged change,
      InterventionChanged.Transition transition) {
    jdbc.sql(
            """
            insert into status_change
                (id, intervention_id, sequence,
                 from_code, from_label, from_client_label, to_code, to_label, to_client_label,
                 reason, client_reason, changed_by, changed_by_role, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Columns.of(event.id()),
            Columns.of(change.id()),
            event.sequence(),
            transition.from().code(),
            transition.from().label(),
            ClientWording.of(transition.from().clientLabel(), null),
            transition.to().code(),
            transition.to().label(),
            ClientWording.of(transition.to().clientLabel(), transition.clientReason()),
            transition.reason(),
            transition.clientReason(),
            Columns.of(change.changedBy().id()),
            change.changedBy().role().name(),
            Columns.of(change.changedAt()))
        .update();
  }
}
