package com.accordenergie.auth.token;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.vault.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.stereotype.Repository;

/** The two tables of tokens. Every question is answered by a primary key or an index. */
@Repository
class TokenRows {

  /** How long a replaced refresh token is remembered, so that its re-use is noticed. */
  private static final Duration MEMORY_OF_REPLACED = Duration.ofDays(7);

  private final JdbcClient jdbc;

  TokenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<IssuedToken> find(byte[] hash) {
    return jdbc.sql(
            """
            select t.kind, t.scopes token_scopes, t.issued_at, t.expires_at, t.spent_at, g.*
              from issued_token t join token_grant g on g.id = t.grant_id
             where t.hash = ?
            """)
        .param(hash)
        .query((row, number) -> token(row))
        .optional();
  }

  void add(Grant grant, Instant now) {
    jdbc.sql(
            """
            insert into token_grant
              (id, client, principal, account_id, login_id, logged_in_at, grant_type, scopes,
               redirect_uri, code_challenge, nonce, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.bytes(grant.id()),
            grant.client(),
            grant.principal(),
            bytes(grant.account()),
            bytes(grant.login()),
            timestamp(grant.loggedInAt()),
            grant.grantType(),
            String.join(" ", grant.scopes()),
            grant.redirectUri(),
            grant.codeChallenge(),
            grant.nonce(),
            Timestamp.from(now))
        .update();
  }

  /** False when the grant has been revoked meanwhile. */
  boolean lock(UUID grant) {
    return jdbc.sql("select 1 from token_grant where id = ? for update")
        .param(Ids.bytes(grant))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** A successor that a parallel request has stored already stays as it is. */
  void add(UUID grant, TokenKind kind, OAuth2Token token, Set<String> scopes, Duration remembered) {
    Instant issuedAt = token.getIssuedAt();
    Instant expiresAt = token.getExpiresAt();
    if (issuedAt == null || expiresAt == null) {
      throw new IllegalArgumentException("Every token of ours expires");
    }
    jdbc.sql(
            """
            insert ignore into issued_token
              (hash, grant_id, kind, scopes, issued_at, expires_at, kept_until)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Sha256.of(token.getTokenValue()),
            Ids.bytes(grant),
            kind.name(),
            String.join(" ", scopes),
            Timestamp.from(issuedAt),
            Timestamp.from(expiresAt),
            Timestamp.from(expiresAt.plus(remembered)))
        .update();
  }

  /** True for exactly one of all who try. */
  boolean spend(byte[] hash, Instant now) {
    return jdbc.sql("update issued_token set spent_at = ? where hash = ? and spent_at is null")
            .params(Timestamp.from(now), hash)
            .update()
        == 1;
  }

  /** Replaced tokens are many; they are forgotten sooner than they would have expired. */
  boolean replace(byte[] hash, Instant now) {
    return jdbc.sql(
                """
                update issued_token set spent_at = ?, kept_until = least(kept_until, ?)
                 where hash = ? and spent_at is null
                """)
            .params(
                Timestamp.from(now), Timestamp.from(now.plus(MEMORY_OF_REPLACED)), hash)
            .update()
        == 1;
  }

  /** What still opens something in somebody's name; a partner's program is nobody. */
  Optional<SessionEnded> sessionOf(UUID grant) {
    return sessions("g.id = ?", grant).optional();
  }

  List<SessionEnded> sessionsFrom(UUID login) {
    return sessions("g.login_id = ?", login).list();
  }

  private JdbcClient.MappedQuerySpec<SessionEnded> sessions(String condition, UUID id) {
    return jdbc.sql(
            """
            select g.id, g.account_id from token_grant g
             where %s and g.account_id is not null
               and exists (select 1 from issued_token t
                            where t.grant_id = g.id and t.kind in ('ACCESS', 'REFRESH'))
            """
                .formatted(condition))
        .param(Ids.bytes(id))
        .query(
            (row, number) ->
                new SessionEnded(Ids.uuid(row.getBytes("account_id")), Ids.uuid(row.getBytes("id"))));
  }

  void revoke(UUID grant) {
    jdbc.sql("delete from token_grant where id = ?").param(Ids.bytes(grant)).update();
  }

  /** Leaves the ID tokens, which open nothing, and show who wants to log out at the login page too. */
  void end(UUID grant) {
    jdbc.sql("delete from issued_token where grant_id = ? and kind <> 'ID'")
        .param(Ids.bytes(grant))
        .update();
  }

  int revokeAllOf(UUID account) {
    return jdbc.sql("delete from token_grant where account_id = ?")
        .param(Ids.bytes(account))
        .update();
  }

  void revokeAllFrom(UUID login) {
    jdbc.sql("delete from token_grant where login_id = ?").param(Ids.bytes(login)).update();
  }

  int forgetTokens(Instant now, int atMost) {
    return jdbc.sql("delete from issued_token where kept_until < ? order by kept_until limit ?")
        .params(Timestamp.from(now), atMost)
        .update();
  }

  int forgetGrants(Instant createdBefore, int atMost) {
    return jdbc.sql(
            """
            delete from token_grant
             where created_at < ?
               and not exists (select 1 from issued_token t where t.grant_id = token_grant.id)
             order by created_at limit ?
            """)
        .params(Timestamp.from(createdBefore), atMost)
        .update();
  }

  private static IssuedToken token(ResultSet row) throws SQLException {
    return new IssuedToken(
        TokenKind.valueOf(row.getString("kind")),
        Grant.scopesOf(row.getString("token_scopes")),
        row.getTimestamp("issued_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row, "spent_at"),
        grant(row));
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        Ids.uuid(row.getBytes("id")),
        row.getString("client"),
        row.getString("principal"),
        uuid(row, "account_id"),
        uuid(row, "login_id"),
        instant(row, "logged_in_at"),
        row.getString("grant_type"),
        Grant.scopesOf(row.getString("scopes")),
        row.getString("redirect_uri"),
        row.getString("code_challenge"),
        row.getString("nonce"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
    byte[] value = row.getBytes(column);
    return value == null ? null : Ids.uuid(value);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static byte @Nullable [] bytes(@Nullable UUID id) {
    return id == null ? null : Ids.bytes(id);
  }
}
