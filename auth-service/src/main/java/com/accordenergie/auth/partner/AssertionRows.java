package com.accordenergie.auth.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
            .params(hash(client + " " + id), Timestamp.from(expiresAt))
            .update()
        == 1;
  }

  int forget(Instant expiredBefore, int atMost) {
    return jdbc.sql("delete from client_assertion where expires_at < ? order by expires_at limit ?")
        .params(Timestamp.from(expiredBefore), atMost)
        .update();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of the platform", impossible);
    }
  }
}
