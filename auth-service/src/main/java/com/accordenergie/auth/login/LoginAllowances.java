package com.accordenergie.auth.login;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The patience with failed logins, shared by all instances. Strangers are counted per name and per
 * address; a device where the name has logged in before is counted for itself, so that nobody can keep
 * people out by failing in their name. A try is charged before the password is looked at, so that many
 * at once gain nothing, and given back when the password was right. A name is charged whether anybody
 * has it or not. Times are the database's own: the instances' clocks may differ.
 */
@Component
class LoginAllowances {

  private static final Allowance PER_NAME = new Allowance(5, Duration.ofMinutes(1));
  private static final Allowance PER_ADDRESS = new Allowance(30, Duration.ofSeconds(10));
  private static final int BITE = 1000;

  private final JdbcClient jdbc;

  LoginAllowances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Charges one try, or refuses it. */
  @Transactional
  void spend(LoginAttempt attempt) {
    List<Charge> charges =
        Stream.concat(
                attempt.addressSubject().map(subject -> lock(PER_ADDRESS, subject)).stream(),
                Stream.of(lock(PER_NAME, attempt.nameSubject())))
            .toList();
    Optional<Duration> wait =
        charges.stream().flatMap(charge -> charge.waiting().stream()).max(Duration::compareTo);
    if (wait.isPresent()) {
      throw new TooManyLoginsException(wait.get());
    }
    charges.forEach(charge -> store(charge.subject(), charge.afterTry()));
  }

  /** The password was right: the name starts afresh, the address gets this one try back. */
  @Transactional
  void restore(LoginAttempt attempt) {
    attempt.addressSubject().ifPresent(subject -> giveBack(subject, PER_ADDRESS));
    jdbc.sql("delete from login_allowance where subject = ?").param(attempt.nameSubject()).update();
  }

  /** The password could not be looked at: as if the try had not been. */
  @Transactional
  void refund(LoginAttempt attempt) {
    attempt.addressSubject().ifPresent(subject -> giveBack(subject, PER_ADDRESS));
    giveBack(attempt.nameSubject(), PER_NAME);
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
  void forgetTheRested() {
    int forgotten;
    do {
      forgotten =
          jdbc.sql(
                  """
                  delete from login_allowance where spent_until < utc_timestamp(6)
                  order by spent_until limit ?
                  """)
              .param(BITE)
              .update();
    } while (forgotten == BITE);
  }

  /** The upsert that changes nothing takes the row's exclusive lock at once, so nobody deadlocks. */
  private Charge lock(Allowance allowance, byte[] subject) {
    jdbc.sql(
            """
            insert into login_allowance (subject, spent_until) values (?, utc_timestamp(6))
            on duplicate key update spent_until = spent_until
            """)
        .param(subject)
        .update();
    return jdbc.sql(
            """
            select spent_until, utc_timestamp(6) as now from login_allowance where subject = ?
            """)
        .param(subject)
        .query(
            (row, number) ->
                new Charge(
                    allowance,
                    subject,
                    row.getTimestamp("spent_until").toInstant(),
                    row.getTimestamp("now").toInstant()))
        .single();
  }

  private void store(byte[] subject, Instant spentUntil) {
    jdbc.sql("update login_allowance set spent_until = ? where subject = ?")
        .params(Timestamp.from(spentUntil), subject)
        .update();
  }

  private void giveBack(byte[] subject, Allowance allowance) {
    jdbc.sql(
            """
            update login_allowance
               set spent_until = timestampadd(microsecond, ?, spent_until) where subject = ?
            """)
        .params(-allowance.pause().toNanos() / 1000, subject)
        .update();
  }

  private record Charge(Allowance allowance, byte[] subject, Instant spentUntil, Instant now) {

    Optional<Duration> waiting() {
      return allowance.waitAt(now, spentUntil);
    }

    Instant afterTry() {
      return allowance.afterTry(now, spentUntil);
    }
  }
}
