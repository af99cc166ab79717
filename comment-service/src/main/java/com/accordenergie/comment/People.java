package com.accordenergie.comment;

import com.accordenergie.platform.messaging.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names under which comments appear. */
@Component
class People {

  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void changed(Event<PersonChanged> event) {
    PersonChanged person = event.data();
    jdbc.sql(
            """
            insert into person (id, display_name, role, client_id, sequence)
            values (?, ?, ?, ?, ?)
            on duplicate key update
                display_name = if(values(sequence) > sequence, values(display_name), display_name),
                role         = if(values(sequence) > sequence, values(role), role),
                client_id    = if(values(sequence) > sequence, values(client_id), client_id),
                sequence     = greatest(sequence, values(sequence))
            """)
        .params(
            Columns.of(person.id()),
            person.displayName(),
            person.role().name(),
            Columns.of(person.clientId()),
            event.sequence())
        .update();
  }

  /** The name goes for good; what the person wrote stays part of the conversation. */
  void erased(Event<PersonErased> event) {
    jdbc.sql(
            """
            insert into person (id, sequence)
            values (?, ?)
            on duplicate key update
                display_name = if(values(sequence) > sequence, null, display_name),
                client_id    = if(values(sequence) > sequence, null, client_id),
                sequence     = greatest(sequence, values(sequence))
            """)
        .params(Columns.of(event.data().id()), event.sequence())
        .update();
  }
}
