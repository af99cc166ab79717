package com.accordenergie.auth.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The patience with failed logins, per name and per address, shared by all instances. A try is
 * charged before the password is looked at, so that many at once gain nothing, and given back when
 * the password was right. A name is charged whether anybody has it or not. Times are the database's
 * own: the instances' clocks may differ.
 */
@Component
class LoginAllowances {

  private static final Logger log = LoggerFactory.getLogger(LoginAllowances.class);

  private static final Allowance PER_NAME = new Allowance(5, Duration.ofMinutes(1));
  private static final Allowance PER_ADDRESS = new Allowance(30, Duration.ofSeconds(10));
  private static final int BITE = 1000;

  private final JdbcClient jdbc;

  LoginAllowances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Charges one try, or refuses it. */
  @Transactional
  void spend(String username, String address) {
    Charge byAddress = lock(PER_ADDRESS, addressSubject(address));
    Charge byName = lock(PER_NAME, nameSubject(username));
    Optional<Duration> wait =
        Stream.of(byAddress, byName)
            .flatMap(charge -> charge.waiting().stream())
            .max(Duration::compareTo);
    if (wait.isPresent()) {
      throw new TooManyLoginsException(wait.get());
    }
    store(byAddress.subject(), byAddress.afterTry());
    store(byName.subject(), byName.afterTry());
  }

  /** The password was right: the name starts afresh, the address gets this one try back. */
  @Transactional
  void restore(String username, String address) {
    giveBack(addressSubject(address), PER_ADDRESS);
    jdbc.sql("delete from login_allowance where subject = ?").param(nameSubject(username)).update();
  }

  /** The password could not be looked at: as if the try had not been. */
  @Transactional
  void refund(String username, String address) {
    giveBack(addressSubject(address), PER_ADDRESS);
    giveBack(nameSubject(username), PER_NAME);
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

  private static byte[] nameSubject(String username) {
    return digest("name " + username.toLowerCase(Locale.ROOT));
  }

  /** Whoever has one IPv6 address has the other 2^64 of its network too. */
  private static byte[] addressSubject(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address wide
          ? digest("network " + HexFormat.of().formatHex(Arrays.copyOf(wide.getAddress(), 8)))
          : digest("address " + address);
    } catch (IllegalArgumentException unreadable) {
      log.warn("Not an address: {}", address);
      return digest("address " + address);
    }
  }

  private static byte[] digest(String subject) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of the platform", impossible);
    }
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
