package com.accordenergie.auth.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys of the installation, the same in every instance and after every restart. The newest that
 * is due signs; older ones stay published until the last token they signed has expired.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
  private static final Duration FRESHNESS = Duration.ofSeconds(30);

  private final SigningKeyStore store;
  private final KeyProperties properties;
  private final Clock clock;
  private volatile Known known;

  SigningKeys(SigningKeyStore store, KeyProperties properties, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
    this.known = new Known(List.of(), Instant.MIN);
  }

  /** What resource servers verify with. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(
        new JWKSet(current().stream().map(key -> (JWK) key.pair()).toList()));
  }

  /** What tokens are signed with. */
  public JWKSource<SecurityContext> signing() {
    return (selector, context) -> selector.select(new JWKSet(signingKey().pair()));
  }

  /** The newest that is due. The very first key signs even when the clock that made it is ahead. */
  private SigningKey signingKey() {
    List<SigningKey> keys = current();
    Instant now = clock.instant();
    return keys.stream().filter(key -> key.signsAt(now)).findFirst().orElseGet(keys::getLast);
  }

  private List<SigningKey> current() {
    Instant now = clock.instant();
    if (known.readAt().plus(FRESHNESS).isBefore(now)) {
      refresh(now);
    }
    return known.keys();
  }

  private synchronized void refresh(Instant now) {
    if (known.readAt().plus(FRESHNESS).isBefore(now)) {
      known = new Known(read(now), now);
    }
  }

  /** While the database is away, what was known goes on. */
  private List<SigningKey> read(Instant now) {
    try {
      List<SigningKey> keys = store.all();
      return keys.isEmpty() ? withFirst(now) : keys;
    } catch (DataAccessException away) {
      if (known.keys().isEmpty()) {
        throw away;
      }
      log.warn("Signing keys are not read anew: {}", away.toString());
      return known.keys();
    }
  }

  /** Many instances may start on an empty table; the one that inserts first has made the key. */
  private List<SigningKey> withFirst(Instant now) {
    if (store.add(SigningKey.generate(1, now, now))) {
      log.info("Made the first signing key");
    }
    return store.all();
  }

  /** A newer key in time, and no key longer than needed. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  public void rotate() {
    Instant now = clock.instant();
    List<SigningKey> keys = store.all();
    if (keys.isEmpty()) {
      return;
    }
    SigningKey newest = keys.getFirst();
    if (newest.createdAt().plus(properties.rotation()).isBefore(now)) {
      var next =
          SigningKey.generate(
              newest.generation() + 1, now, now.plus(properties.announcement()));
      if (store.add(next)) {
        log.info("Signing key {} takes over at {}", next.generation(), next.signsFrom());
      }
    }
    retire(keys, now);
  }

  /** Keys come newest first: each one is replaced when the one before it in the list signs. */
  private void retire(List<SigningKey> keys, Instant now) {
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i - 1).signsFrom().plus(properties.overlap()).isBefore(now)) {
        store.remove(keys.get(i));
      }
    }
  }

  private record Known(List<SigningKey> keys, Instant readAt) {}
}
