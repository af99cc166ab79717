package com.accordenergie.platform.messaging;

import static com.accordenergie.platform.messaging.HeldEvent.State.RETRYING;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles what arrives for one subscription: each event once, and those of one aggregate in the order
 * of their versions. What cannot be handled is taken out of the queue's way and held.
 */
final class EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

  /** A batch is committed after this time, however much of it is left. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(1);

  private static final int COLLISIONS = 3;

  private final Subscription subscription;
  private final Applying applying;
  private final HeldConsumer aside;
  private final HeldEvents held;
  private final JdbcOperations rows;
  private final TransactionTemplate transaction;
  private final RetryRules rules;
  private final Progress progress;

  EventConsumer(
      Subscription subscription,
      EventReader reader,
      HeldEvents held,
      JdbcOperations rows,
      TransactionTemplate transaction,
      RetryRules rules,
      Clock clock) {
    this.subscription = subscription;
    this.applying = new Applying(subscription, reader, held, clock);
    this.aside = new HeldConsumer(subscription, applying, held, rows, transaction, rules);
    this.held = held;
    this.rows = rows;
    this.transaction = transaction;
    this.rules = rules;
    this.progress = new Progress(clock);
  }

  Subscription subscription() {
    return subscription;
  }

  Progress progress() {
    return progress;
  }

  /** Goes on with those that are held. */
  HeldConsumer aside() {
    return aside;
  }

  /** Returns once each of them is handled or held; waits while the database is away. */
  void handle(List<byte[]> bodies) throws InterruptedException {
    handle(bodies, false);
  }

  /**
   * For the log read from its beginning: of an aggregate never heard of, the first event that still
   * stands there is taken for its first.
   */
  void catchUp(List<byte[]> bodies) throws InterruptedException {
    handle(bodies, true);
  }

  private void handle(List<byte[]> bodies, boolean fromTheStart) throws InterruptedException {
    List<Incoming> events = bodies.stream().map(applying::read).toList();
    int done = 0;
    while (done < events.size()) {
      List<Incoming> rest = events.subList(done, events.size());
      progress.begins(rest.getFirst());
      try {
        done += together(rest, fromTheStart, true);
      } catch (RuntimeException | VirtualMachineError failure) {
        log.warn(
            "{} takes {} events one by one: {}",
            subscription.queue(), rest.size(), failure.toString());
        for (Incoming event : rest) {
          progress.begins(event);
          alone(event, fromTheStart);
        }
        done = events.size();
      }
    }
    progress.rests();
  }

  /**
   * Returns how many of them, from the first on, are dealt with.
   *
   * @param withWaiting whether what waits behind them is handled in the same transaction
   */
  private int together(List<Incoming> events, boolean fromTheStart, boolean withWaiting) {
    Done done =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  Ledger ledger = Ledger.open(rows, subscription.queue(), events);
                  long end = System.nanoTime() + LONGEST_TRANSACTION.toNanos();
                  int count = 0;
                  for (Incoming event : events) {
                    applying.arriving(ledger, event, fromTheStart);
                    count++;
                    if (System.nanoTime() > end) {
                      break;
                    }
                  }
                  if (withWaiting) {
                    held.heldBehind(subscription.queue(), ledger.advanced())
                        .forEach(aggregate -> applyWaiting(ledger, aggregate));
                  }
                  ledger.write();
                  return new Done(count, ledger.advanced());
                }));
    if (!withWaiting) {
      aside.settle(done.advanced());
    }
    return done.count();
  }

  private record Done(int count, Collection<UUID> advanced) {}

  /** A database that is away is waited for, and so is room; what fails otherwise is held. */
  private void alone(Incoming event, boolean fromTheStart) throws InterruptedException {
    var pause = new Pause();
    int collisions = 0;
    while (true) {
      try {
        together(List.of(event), fromTheStart, false);
        return;
      } catch (RuntimeException | VirtualMachineError failure) {
        log.warn("{} cannot handle {}: {}", subscription.queue(), event.id(), failure.toString());
        boolean again = DatabaseFailures.isCollision(failure) && ++collisions < COLLISIONS;
        boolean itsOwn = !DatabaseFailures.isAway(failure) && !(failure instanceof NoRoomException);
        if (!again && itsOwn && takesAside(event, failure)) {
          return;
        }
      }
      pause.sleep();
    }
  }

  /** False when there is no room for it, or no database. */
  private boolean takesAside(Incoming event, Throwable failure) {
    try {
      transaction.executeWithoutResult(
          status -> {
            Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(event));
            if (failure instanceof UnreadableEventException) {
              applying.park(ledger, event, DatabaseFailures.reason(failure));
              ledger.write();
            } else {
              held.hold(
                  subscription.queue(),
                  event,
                  RETRYING,
                  DatabaseFailures.reason(failure),
                  rules.pauseAfter(1));
            }
          });
      return true;
    } catch (RuntimeException away) {
      log.warn("{} cannot hold {}: {}", subscription.queue(), event.id(), away.toString());
      return false;
    }
  }

  /**
   * What the broker has given up delivering is tried again from here. Returns once it is held: what
   * comes back to the queue it waits in too often, the broker throws away.
   */
  void takeBack(List<byte[]> bodies) throws InterruptedException {
    for (byte[] body : bodies) {
      Incoming event = applying.read(body);
      var pause = new Pause();
      while (!isTakenBack(event)) {
        pause.sleep();
      }
    }
  }

  /** False when there is no room for it, or no database. */
  private boolean isTakenBack(Incoming event) {
    try {
      transaction.executeWithoutResult(
          status -> {
            Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(event));
            if (event.delivery() == null) {
              applying.park(ledger, event, event.fault());
              ledger.write();
            } else if (!ledger.hasApplied(event.delivery().event().id())) {
              held.hold(
                  subscription.queue(),
                  event,
                  RETRYING,
                  "the broker delivered it too often without an answer",
                  rules.pauseAfter(1));
            }
          });
      return true;
    } catch (RuntimeException away) {
      log.warn("{} cannot take {} back: {}", subscription.queue(), event.id(), away.toString());
      return false;
    }
  }

  private void applyWaiting(Ledger ledger, UUID aggregate) {
    Optional<HeldEvent> next = applying.next(ledger, aggregate);
    while (next.isPresent()) {
      applying.goOn(ledger, aggregate, next.get());
      next = applying.next(ledger, aggregate);
    }
  }
}
