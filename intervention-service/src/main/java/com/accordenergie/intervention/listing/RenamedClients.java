package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.directory.ClientRenamed;
import com.accordenergie.platform.id.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A client's new name goes into the words of all its interventions: noted in the transaction that
 * took the news, then worked off in short transactions, however many there are.
 */
@Component
class RenamedClients {

  static final int BATCH = 100;

  private record Noted(byte[] client, byte @Nullable [] after) {}

  private final JdbcClient jdbc;
  private final SearchIndex searchIndex;

  RenamedClients(JdbcClient jdbc, SearchIndex searchIndex) {
    this.jdbc = jdbc;
    this.searchIndex = searchIndex;
  }

  @EventListener
  public void note(ClientRenamed renamed) {
    jdbc.sql(
            """
            insert into search_renamed_client (client_id, after_id) values (?, null)
            on duplicate key update after_id = null
            """)
        .param(Ids.bytes(renamed.clientId()))
        .update();
  }

  /** One batch of one client; false when there is nothing left to do. */
  @Transactional
  public boolean catchUp() {
    Optional<Noted> noted = next();
    noted.ifPresent(
        client -> {
          List<UUID> interventions = interventions(client);
          interventions.forEach(searchIndex::reindex);
          if (interventions.size() < BATCH) {
            jdbc.sql("delete from search_renamed_client where client_id = ?")
                .param(client.client())
                .update();
          } else {
            jdbc.sql("update search_renamed_client set after_id = ? where client_id = ?")
                .params(Ids.bytes(interventions.getLast()), client.client())
                .update();
          }
        });
    return noted.isPresent();
  }

  private Optional<Noted> next() {
    return jdbc.sql(
            """
            select client_id, after_id from search_renamed_client
            order by client_id limit 1 for update skip locked
            """)
        .query((row, number) -> new Noted(row.getBytes("client_id"), row.getBytes("after_id")))
        .optional();
  }

  private List<UUID> interventions(Noted client) {
    return jdbc.sql(
            """
            select i.id from intervention i force index (list_client_created)
            where i.client_id = ? and i.id > ? order by i.id limit ?
            """)
        .params(client.client(), client.after() == null ? new byte[16] : client.after(), BATCH)
        .query((row, number) -> Ids.uuid(row.getBytes("id")))
        .list();
  }
}
