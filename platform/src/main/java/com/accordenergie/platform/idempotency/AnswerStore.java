package com.accordenergie.platform.idempotency;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys and their answers. A claim lasts longer than any request can, so a claim that is past its
 * time belongs to a process that died before it committed, and may be taken over.
 */
final class AnswerStore {

  private static final int CLAIM_SECONDS = 30;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final JsonMapper json;
  private final AnswerSeal seal;

  AnswerStore(
      JdbcClient jdbc, TransactionTemplate ownTransaction, JsonMapper json, AnswerSeal seal) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.json = json;
    this.seal = seal;
  }

  Claim claim(UUID caller, String key, byte[] fingerprint) {
    return Objects.requireNonNull(
        ownTransaction.execute(status -> claimOrFind(caller, key, fingerprint)));
  }

  private Claim claimOrFind(UUID caller, String key, byte[] fingerprint) {
    var granted = new Claim.Granted(caller, key, Ids.next());
    boolean isNew =
        jdbc.sql(
                    """
                    insert ignore into idempotency_key
                      (caller, idempotency, fingerprint, claim, claimed_until, created_at)
                    values (?, ?, ?, ?, utc_timestamp(6) + interval ? second, utc_timestamp(6))
                    """)
                .params(Ids.bytes(caller), key, fingerprint, Ids.bytes(granted.token()), CLAIM_SECONDS)
                .update()
            == 1;
    if (isNew) {
      return granted;
    }
    Optional<Kept> kept = find(caller, key);
    if (kept.isEmpty()) {
      return new Claim.StillRunning();
    }
    if (!Arrays.equals(kept.get().fingerprint(), fingerprint)) {
      return new Claim.OtherRequest();
    }
    if (kept.get().answer() != null) {
      return new Claim.Replay(kept.get().answer());
    }
    // Only when it is worth trying: a losing insert holds a shared lock on the row, and of many that
    // all went on to update it, most would end in a deadlock.
    return kept.get().lapsed() && takeOver(granted) ? granted : new Claim.StillRunning();
  }

  private Optional<Kept> find(UUID caller, String key) {
    return jdbc.sql(
            """
            select fingerprint, status, headers, body, claimed_until < utc_timestamp(6) as lapsed
            from idempotency_key
            where caller = ? and idempotency = ?
            """)
        .params(Ids.bytes(caller), key)
        .query((row, number) -> kept(row))
        .optional();
  }

  private Kept kept(ResultSet row) throws SQLException {
    byte[] fingerprint = row.getBytes("fingerprint");
    int status = row.getInt("status");
    if (row.wasNull()) {
      return new Kept(fingerprint, null, row.getBoolean("lapsed"));
    }
    Map<String, String> headers = json.readValue(row.getString("headers"), HEADERS);
    byte[] body = seal.open(row.getBytes("body"));
    return new Kept(fingerprint, new Answer(status, headers, body), false);
  }

  private boolean takeOver(Claim.Granted claim) {
    return jdbc.sql(
                """
                update idempotency_key
                set claim = ?, claimed_until = utc_timestamp(6) + interval ? second
                where caller = ? and idempotency = ? and status is null
                  and claimed_until < utc_timestamp(6)
                """)
            .params(Ids.bytes(claim.token()), CLAIM_SECONDS, Ids.bytes(claim.caller()), claim.key())
            .update()
        == 1;
  }

  /** Part of the request's own transaction; fails when the claim was lost meanwhile. */
  void keep(Claim.Granted claim, Answer answer) {
    int rows =
        jdbc.sql(
                """
                update idempotency_key set status = ?, headers = ?, body = ?
                where caller = ? and idempotency = ? and claim = ? and status is null
                """)
            .params(
                answer.status(),
                json.writeValueAsString(answer.headers()),
                seal.seal(answer.body()),
                Ids.bytes(claim.caller()),
                claim.key(),
                Ids.bytes(claim.token()))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("the claim on the idempotency key was lost");
    }
  }

  /** The request came to nothing: the key is free again. */
  void release(Claim.Granted claim) {
    ownTransaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    delete from idempotency_key
                    where caller = ? and idempotency = ? and claim = ? and status is null
                    """)
                .params(Ids.bytes(claim.caller()), claim.key(), Ids.bytes(claim.token()))
                .update());
  }

  private record Kept(byte[] fingerprint, @Nullable Answer answer, boolean lapsed) {}
}
