package com.accordenergie.auth.partner;

import com.accordenergie.platform.vault.Sha256;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of assertions that were shown; all instances share it. */
@Repository
class AssertionRows {

  private final JdbcClient jdbc;

  AssertionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True for exactly one of all who try. */
  boolean add(String client, String id, Instant expiresAt) {
    return jdbc.sql("insert ignore into client_assertion (hash, expires_at) values (?, ?)")
            .params(Sha256.of(client + " " + id), Timestamp.from(expiresAt))
            .update()
        == 1;
  }

  int forget(Instant expiredBefore, int atMost) {
    return jdbc.sql("delete from client_assertion where expires_at < ? order by expires_at limit ?")
        .params(Timestamp.from(expiredBefore), atMost)
        .update();
  }
}
