package com.accordenergie.auth.partner;

import com.accordenergie.auth.partner.BrokerConnections.Open;
import com.accordenergie.platform.messaging.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends the connections of partners whose time is up. Over AMQP 0-9-1 the broker looks at a token when
 * somebody logs in and when they begin something, but goes on delivering to a consumer for as long as it
 * stays. So whoever is suspended or revoked, or does not renew their token, is cut off from here, by
 * whichever instance looks first, and by a thread that has nothing else to do.
 */
@Component
class PartnerConnections extends Background {

  private static final Logger log = LoggerFactory.getLogger(PartnerConnections.class);

  /** A token that was renewed in its last moment is still on its way to the broker. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
  private static final Duration ENDING = Duration.ofSeconds(3);

  private final BrokerConnections broker;
  private final CredentialRows credentials;
  private final Clock clock;
  private volatile boolean blind;

  PartnerConnections(BrokerConnections broker, CredentialRows credentials, Clock clock) {
    super("partner-connections", ENDING);
    this.broker = broker;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      endThoseWhoseTimeIsUp();
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void endThoseWhoseTimeIsUp() {
    try {
      broker.all().forEach(this::endIfItsTimeIsUp);
      saw();
    } catch (RuntimeException | VirtualMachineError away) {
      sawNothing(away);
    }
  }

  private void endIfItsTimeIsUp(Open connection) {
    Optional<UUID> credential = credentialOf(connection);
    Instant now = clock.instant();
    if (credential.isPresent() && !credentials.believed(credential.get(), now, now.minus(GRACE))) {
      log.info("Credential {} is no longer believed: {} ends", credential.get(), connection.name());
      broker.close(connection, "The access token has expired or was taken back");
    }
  }

  /** Our own services have names, no ids. */
  private static Optional<UUID> credentialOf(Open connection) {
    try {
      return Optional.of(UUID.fromString(connection.user()));
    } catch (IllegalArgumentException ourOwn) {
      return Optional.empty();
    }
  }

  private void saw() {
    if (blind) {
      log.info("The connections of partners are watched again");
    }
    blind = false;
  }

  /** Said once, not every three seconds. */
  private void sawNothing(Throwable away) {
    if (!blind && isRunning()) {
      log.warn("The connections of partners cannot be watched: {}", away.toString());
    }
    blind = true;
  }
}
