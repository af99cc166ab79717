package com.accordenergie.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.vault.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody will ask for any more goes away, and nothing else. */
@ServiceTest
class TokenCleanUpTest {

  @Autowired TokenCleanUp cleanUp;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  void anOldGrantGoesWithItsLastToken() {
    UUID grant = grant(Duration.ofDays(40));
    token(grant, Duration.ofDays(-1));

    cleanUp.clean();

    assertThat(tokensOf(grant)).isZero();
    assertThat(exists(grant)).isFalse();
  }

  @Test
  void aLivingTokenKeepsItsGrantAndIsKept() {
    UUID grant = grant(Duration.ofDays(40));
    token(grant, Duration.ofDays(-1));
    token(grant, Duration.ofDays(1));

    cleanUp.clean();

    assertThat(tokensOf(grant)).isEqualTo(1);
    assertThat(exists(grant)).isTrue();
  }

  @Test
  void aLoginUnderWayIsLeftAlone() {
    UUID grant = grant(Duration.ofMinutes(1));

    cleanUp.clean();

    assertThat(exists(grant)).isTrue();
  }

  @Test
  void manyAreTakenInBites() {
    UUID grant = grant(Duration.ofDays(40));
    for (int token = 0; token < TokenCleanUp.BITE + 20; token++) {
      token(grant, Duration.ofDays(-2));
    }

    cleanUp.clean();

    assertThat(tokensOf(grant)).isZero();
  }

  private UUID grant(Duration age) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into token_grant (id, client, principal, grant_type, scopes, created_at)
            values (?, 'accord-mobile', 'somebody', 'authorization_code', 'openid', ?)
            """)
        .params(Ids.bytes(id), Timestamp.from(clock.instant().minus(age)))
        .update();
    return id;
  }

  private void token(UUID grant, Duration left) {
    Instant end = clock.instant().plus(left);
    jdbc.sql(
            """
            insert into issued_token
              (hash, grant_id, kind, scopes, issued_at, expires_at, kept_until)
            values (?, ?, 'REFRESH', 'openid', ?, ?, ?)
            """)
        .params(
            Sha256.of(UUID.randomUUID().toString()),
            Ids.bytes(grant),
            Timestamp.from(end.minusSeconds(60)),
            Timestamp.from(end),
            Timestamp.from(end))
        .update();
  }

  private int tokensOf(UUID grant) {
    return jdbc.sql("select count(*) from issued_token where grant_id = ?")
        .param(Ids.bytes(grant))
        .query(Integer.class)
        .single();
  }

  private boolean exists(UUID grant) {
    return jdbc.sql("select count(*) from token_grant where id = ?")
            .param(Ids.bytes(grant))
            .query(Integer.class)
            .single()
        == 1;
  }
}
