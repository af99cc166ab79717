package com.accordenergie.auth.partner;

import com.accordenergie.auth.partner.BrokerConnections.Open;
import com.accordenergie.platform.messaging.Background;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends the connections of partners whose time is up, and those that are too many: the broker counts
 * none of somebody who logs in with a token. Over AMQP 0-9-1 it looks at a token when somebody logs in
 * and when they begin something, but goes on delivering to a consumer for as long as it stays. So
 * whoever is suspended or revoked, or does not renew their token, is cut off from here, by whichever
 * instance looks first, and by a thread that has nothing else to do.
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
  private final int most;
  private final Clock clock;
  private volatile boolean blind;
  private volatile long seen = System.nanoTime();

  PartnerConnections(
      BrokerConnections broker,
      CredentialRows credentials,
      PartnerProperties properties,
      MeterRegistry registry,
      Clock clock) {
    super("partner-connections", ENDING);
    this.broker = broker;
    this.credentials = credentials;
    this.most = properties.connections();
    this.clock = clock;
    Gauge.builder("accord.partner.connections.age", this, PartnerConnections::secondsSinceSeen)
        .baseUnit("seconds")
        .description("Since when partners' connections were not seen: so long nobody is cut off")
        .register(registry);
  }

  private double secondsSinceSeen() {
    return Duration.ofNanos(System.nanoTime() - seen).toMillis() / 1000.0;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      look();
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void look() {
    try {
      Map<UUID, List<Open>> open = new HashMap<>();
      for (Open connection : broker.all()) {
        credentialOf(connection)
            .ifPresent(of -> open.computeIfAbsent(of, first -> new ArrayList<>()).add(connection));
      }
      open.forEach(this::endUnlessBelieved);
      open.forEach(this::endSurplus);
      saw();
    } catch (RuntimeException | VirtualMachineError away) {
      sawNothing(away);
    }
  }

  private void endUnlessBelieved(UUID credential, List<Open> connections) {
    Instant now = clock.instant();
    if (!credentials.believed(credential, now, now.minus(GRACE))) {
      log.info("Credential {} is no longer believed: {} end", credential, connections.size());
      connections.forEach(
          one -> broker.close(one, "The access token has expired or was taken back"));
      connections.clear();
    }
  }

  private void endSurplus(UUID credential, List<Open> connections) {
    if (connections.size() > most) {
      log.info("Credential {} has {} connections", credential, connections.size());
      connections.stream()
          .sorted(Comparator.comparing(Open::since, Comparator.nullsLast(Comparator.naturalOrder())))
          .skip(most)
          .forEach(one -> broker.close(one, "At most " + most + " connections with one credential"));
    }
  }

  /** Our own services have names, no ids. */
  private static Optional<UUID> credentialOf(Open connection) {
    try {
      return Optional.ofNullable(connection.user()).map(UUID::fromString);
    } catch (IllegalArgumentException ourOwn) {
      return Optional.empty();
    }
  }

  private void saw() {
    if (blind) {
      log.info("The connections of partners are watched again");
    }
    blind = false;
    seen = System.nanoTime();
  }

  /** Said once, not every three seconds. */
  private void sawNothing(Throwable away) {
    if (!blind && isRunning()) {
      log.warn("The connections of partners cannot be watched: {}", away.toString());
    }
    blind = true;
  }
}
