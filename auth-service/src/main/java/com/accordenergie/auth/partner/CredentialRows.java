package com.accordenergie.auth.partner;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of credentials. */
@Repository
class CredentialRows {

  private static final UUID GREATEST = new UUID(-1, -1);

  private final JdbcClient jdbc;

  CredentialRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Credential credential) {
    jdbc.sql(
            """
            insert into partner_credential
              (id, partner_id, kind, secret_hash, public_key, created_at, created_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.bytes(credential.id()),
            Ids.bytes(credential.partner()),
            credential.kind().name(),
            credential.secretHash(),
            credential.publicKey(),
            Timestamp.from(credential.createdAt()),
            Ids.bytes(credential.createdBy()))
        .update();
  }

  Optional<Credential> find(UUID partner, UUID id) {
    return jdbc.sql("select * from partner_credential where partner_id = ? and id = ?")
        .params(Ids.bytes(partner), Ids.bytes(id))
        .query((row, number) -> read(row))
        .optional();
  }

  /** Newest first. */
  List<Credential> page(UUID partner, @Nullable UUID before, int rows) {
    return jdbc.sql(
            """
            select * from partner_credential
             where partner_id = ? and id < ? order by id desc limit ?
            """)
        .params(Ids.bytes(partner), Ids.bytes(before == null ? GREATEST : before), rows)
        .query((row, number) -> read(row))
        .list();
  }

  int living(UUID partner, Instant now) {
    return jdbc.sql(
            """
            select count(*) from partner_credential
             where partner_id = ? and (ends_at is null or ends_at > ?)
            """)
        .params(Ids.bytes(partner), Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  /** Empty unless it opens something now: it has not ended, and its partner is active. */
  Optional<Usable> usable(UUID id, Instant now) {
    return jdbc.sql(
            """
            select c.*, p.name partner_name
              from partner_credential c join partner p on p.id = c.partner_id
             where c.id = ? and (c.ends_at is null or c.ends_at > ?) and p.state = 'ACTIVE'
            """)
        .params(Ids.bytes(id), Timestamp.from(now))
        .query((row, number) -> new Usable(read(row), row.getString("partner_name")))
        .optional();
  }

  /** False when it would have ended by then anyway. */
  boolean end(UUID id, Instant at) {
    return jdbc.sql(
                """
                update partner_credential set ends_at = ?
                 where id = ? and (ends_at is null or ends_at > ?)
                """)
            .params(Timestamp.from(at), Ids.bytes(id), Timestamp.from(at))
            .update()
        == 1;
  }

  /**
   * @param tokenEnd when the token expires that it led to just now
   */
  void used(UUID id, Instant now, Instant tokenEnd) {
    jdbc.sql("update partner_credential set last_used_at = ?, token_ends_at = ? where id = ?")
        .params(
            Timestamp.from(now.truncatedTo(ChronoUnit.MINUTES)),
            Timestamp.from(tokenEnd),
            Ids.bytes(id))
        .update();
  }

  /** Whether it still opens something, and led to a token that has not expired before that time. */
  boolean believed(UUID id, Instant now, Instant tokenEnd) {
    return jdbc.sql(
            """
            select 1
              from partner_credential c join partner p on p.id = c.partner_id
             where c.id = ? and (c.ends_at is null or c.ends_at > ?) and c.token_ends_at > ?
               and p.state = 'ACTIVE'
            """)
        .params(Ids.bytes(id), Timestamp.from(now), Timestamp.from(tokenEnd))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  int forget(Instant endedBefore, int atMost) {
    return jdbc.sql("delete from partner_credential where ends_at < ? order by ends_at limit ?")
        .params(Timestamp.from(endedBefore), atMost)
        .update();
  }

  private static Credential read(ResultSet row) throws SQLException {
    return new Credential(
        Ids.uuid(row.getBytes("id")),
        Ids.uuid(row.getBytes("partner_id")),
        CredentialKind.valueOf(row.getString("kind")),
        row.getString("secret_hash"),
        row.getString("public_key"),
        row.getTimestamp("created_at").toInstant(),
        Ids.uuid(row.getBytes("created_by")),
        instant(row, "ends_at"),
        instant(row, "last_used_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  record Usable(Credential credential, String partnerName) {}
}
