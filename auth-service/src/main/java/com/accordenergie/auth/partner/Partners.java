package com.accordenergie.auth.partner;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The partners that have been heard of. */
@Repository
public class Partners {

  private final JdbcClient jdbc;

  Partners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Replaces what is known, if this is newer: the order in which news arrives does not matter.
   *
   * @param sequence the partner's version that this tells
   */
  @Transactional
  public void follow(Partner partner, long sequence) {
    jdbc.sql(
            """
            insert into partner (id, name, state, sequence) values (?, ?, ?, ?)
            on duplicate key update
              name = if(values(sequence) > sequence, values(name), name),
              state = if(values(sequence) > sequence, values(state), state),
              sequence = greatest(sequence, values(sequence))
            """)
        .params(Ids.bytes(partner.id()), partner.name(), partner.state().name(), sequence)
        .update();
  }

  Optional<Partner> find(UUID id) {
    return jdbc.sql("select id, name, state from partner where id = ?")
        .param(Ids.bytes(id))
        .query((row, number) -> read(row))
        .optional();
  }

  /** Keeps everybody else from changing the partner's credentials until the transaction ends. */
  Optional<Partner> lock(UUID id) {
    return jdbc.sql("select id, name, state from partner where id = ? for update")
        .param(Ids.bytes(id))
        .query((row, number) -> read(row))
        .optional();
  }

  private static Partner read(ResultSet row) throws SQLException {
    return new Partner(
        Ids.uuid(row.getBytes("id")),
        row.getString("name"),
        PartnerState.valueOf(row.getString("state")));
  }
}
