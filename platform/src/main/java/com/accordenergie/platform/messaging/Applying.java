package com.accordenergie.platform.messaging;

import static com.accordenergie.platform.messaging.HeldEvent.State.PARKED;
import static com.accordenergie.platform.messaging.HeldEvent.State.RETRYING;
import static com.accordenergie.platform.messaging.HeldEvent.State.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of one event of a subscription, within the transaction whose ledger is given: it is
 * applied, passed over as a repetition, held, or parked.
 */
final class Applying {

  private static final Logger log = LoggerFactory.getLogger(Applying.class);

  /** The inbox remembers for thirty days; what is older was here, unless it is known to be missing. */
  private static final Duration REMEMBERED = Duration.ofDays(29);

  private final Subscription subscription;
  private final EventReader reader;
  private final HeldEvents held;
  private final Clock clock;

  Applying(Subscription subscription, EventReader reader, HeldEvents held, Clock clock) {
    this.subscription = subscription;
    this.reader = reader;
    this.held = held;
    this.clock = clock;
  }

  Incoming read(byte[] body) {
    return reader.receive(body, subscription);
  }

  /**
   * One that arrives.
   *
   * @param fromTheStart whether the first event of an aggregate never heard of is taken for its first
   */
  void arriving(Ledger ledger, Incoming event, boolean fromTheStart) {
    if (event.delivery() == null) {
      park(ledger, event, event.fault());
      return;
    }
    UUID aggregate = Objects.requireNonNull(event.aggregate());
    long known = ledger.known(aggregate);
    if (event.sequence() <= known) {
      late(ledger, event, event.delivery());
    } else if (event.sequence() == known + 1 || known == 0 && fromTheStart) {
      deliver(ledger, event.delivery());
      ledger.advance(aggregate, event.sequence());
    } else {
      early(event, known);
    }
  }

  /** It has been here, or it is one that was given up. */
  private void late(Ledger ledger, Incoming event, EventReader.Delivery<?> delivery) {
    UUID id = delivery.event().id();
    if (ledger.hasApplied(id)) {
      return;
    }
    boolean wasMissing =
        held.found(
            subscription.queue(), Objects.requireNonNull(event.aggregate()), event.sequence());
    if (wasMissing || delivery.event().time().isAfter(clock.instant().minus(REMEMBERED))) {
      deliver(ledger, delivery);
    }
  }

  private void early(Incoming event, long known) {
    held.hold(
        subscription.queue(),
        event,
        WAITING,
        "version %d is here before version %d".formatted(event.sequence(), known + 1),
        Duration.ZERO);
  }

  void park(Ledger ledger, Incoming event, String reason) {
    held.hold(subscription.queue(), event, PARKED, reason, Duration.ZERO);
    log.error("Parked a message of {}: {}", subscription.queue(), reason);
    goOnWithout(ledger, event);
  }

  /** Each event is a whole snapshot: a later one can be applied without the one before. */
  void goOnWithout(Ledger ledger, Incoming event) {
    UUID aggregate = event.aggregate();
    if (aggregate != null && event.sequence() == ledger.known(aggregate) + 1) {
      ledger.advance(aggregate, event.sequence());
    }
  }

  /** The held one whose turn it is, unless there is none or it has to be tried again first. */
  Optional<HeldEvent> next(Ledger ledger, UUID aggregate) {
    return held.ofVersion(subscription.queue(), aggregate, ledger.known(aggregate) + 1)
        .filter(event -> event.state() != RETRYING);
  }

  /** Applies the {@link #next} one, or leaves it behind when it is parked or missing. */
  void goOn(Ledger ledger, UUID aggregate, HeldEvent next) {
    if (next.state() == WAITING) {
      held(ledger, next, read(next.body()));
    } else {
      ledger.advance(aggregate, ledger.known(aggregate) + 1);
    }
  }

  /** One that was held. */
  void held(Ledger ledger, HeldEvent event, Incoming incoming) {
    if (incoming.delivery() == null) {
      throw new UnreadableEventException(incoming.fault(), null);
    }
    UUID aggregate = Objects.requireNonNull(incoming.aggregate());
    if (incoming.sequence() > ledger.known(aggregate) + 1) {
      held.change(event.id(), WAITING, event.attempts(), event.reason(), Duration.ZERO);
      return;
    }
    deliver(ledger, incoming.delivery());
    goOnWithout(ledger, incoming);
    held.delete(event.id());
  }

  private static void deliver(Ledger ledger, EventReader.Delivery<?> delivery) {
    if (ledger.enter(delivery.event().id(), delivery.event().time())) {
      delivery.handle();
    }
  }
}
