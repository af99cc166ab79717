package com.accordenergie.intervention.volume;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * How far each subscription would have come with what is generated, had there been events: the next
 * one, of a change that somebody makes, is then the one that it waits for.
 */
final class Followed {

  private static final long FIRST = 1;

  private final BulkInsert accounts;
  private final BulkInsert journal;
  private final BulkInsert directory;
  private final BulkInsert conversation;

  Followed(Connection connection, Schemas schemas) {
    accounts = into(connection, schemas.auth());
    journal = into(connection, schemas.user());
    directory = into(connection, schemas.intervention());
    conversation = into(connection, schemas.comment());
  }

  private static BulkInsert into(Connection connection, String schema) {
    return new BulkInsert(connection, schema + ".followed_aggregate (queue, aggregate_id, sequence)");
  }

  void person(UUID id) throws SQLException {
    accounts.row("auth-service.users", id, FIRST);
    directory.row("intervention-service.people", id, FIRST);
    conversation.row("comment-service.people", id, FIRST);
    told(id, FIRST);
  }

  void clientOrSite(UUID id) throws SQLException {
    directory.row("intervention-service.people", id, FIRST);
    told(id, FIRST);
  }

  void intervention(UUID id, long version) throws SQLException {
    conversation.row("comment-service.interventions", id, version);
    told(id, version);
  }

  void comment(UUID id) throws SQLException {
    told(id, FIRST);
  }

  private void told(UUID id, long version) throws SQLException {
    journal.row("user-service.audit", id, version);
  }

  void flush() throws SQLException {
    for (BulkInsert insert : List.of(accounts, journal, directory, conversation)) {
      insert.flush();
    }
  }
}
