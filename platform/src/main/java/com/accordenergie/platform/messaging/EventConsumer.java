package com.accordenergie.platform.messaging;

import static com.accordenergie.platform.messaging.HeldEvent.State.PARKED;
import static com.accordenergie.platform.messaging.HeldEvent.State.RETRYING;
import static com.accordenergie.platform.messaging.HeldEvent.State.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

  /** The inbox remembers for thirty days; what is older was here, unless it is known to be missing. */
  private static final Duration REMEMBERED = Duration.ofDays(29);

  private final Subscription subscription;
  private final EventReader reader;
  private final HeldEvents held;
  private final JdbcOperations rows;
  private final TransactionTemplate transaction;
  private final RetryRules rules;
  private final Clock clock;
  private final Progress progress = new Progress();

  EventConsumer(
      Subscription subscription,
      EventReader reader,
      HeldEvents held,
      JdbcOperations rows,
      TransactionTemplate transaction,
      RetryRules rules,
      Clock clock) {
    this.subscription = subscription;
    this.reader = reader;
    this.held = held;
    this.rows = rows;
    this.transaction = transaction;
    this.rules = rules;
    this.clock = clock;
  }

  Subscription subscription() {
    return subscription;
  }

  Progress progress() {
    return progress;
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
    List<Incoming> events =
        bodies.stream().map(body -> reader.receive(body, subscription)).toList();
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
                    apply(ledger, event, fromTheStart);
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
      settle(done.advanced());
    }
    return done.count();
  }

  private record Done(int count, Collection<UUID> advanced) {}

  private void apply(Ledger ledger, Incoming event, boolean fromTheStart) {
    if (event.delivery() == null) {
      park(ledger, event, event.fault());
      return;
    }
    UUID aggregate = Objects.requireNonNull(event.aggregate());
    long known = ledger.known(aggregate);
    if (event.sequence() <= known) {
      comesLate(ledger, event, event.delivery());
    } else if (event.sequence() == known + 1 || known == 0 && fromTheStart) {
      deliver(ledger, event.delivery());
      ledger.advance(aggregate, event.sequence());
    } else {
      if (held.isFull(subscription.queue())) {
        throw new IllegalStateException("too much is held already");
      }
      held.hold(
          subscription.queue(),
          event,
          WAITING,
          "version %d is here before version %d".formatted(event.sequence(), known + 1),
          Duration.ZERO);
    }
  }

  /** It has been here, or it is one that was given up. */
  private void comesLate(Ledger ledger, Incoming event, EventReader.Delivery<?> delivery) {
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

  private static void deliver(Ledger ledger, EventReader.Delivery<?> delivery) {
    if (ledger.enter(delivery.event().id(), delivery.event().time())) {
      delivery.handle();
    }
  }

  private void park(Ledger ledger, Incoming event, String reason) {
    log.error("Parked a message of {}: {}", subscription.queue(), reason);
    held.hold(subscription.queue(), event, PARKED, reason, Duration.ZERO);
    goOnWithout(ledger, event);
  }

  /** Each event is a whole snapshot: a later one can be applied without the one before. */
  private static void goOnWithout(Ledger ledger, Incoming event) {
    UUID aggregate = event.aggregate();
    if (aggregate != null && event.sequence() == ledger.known(aggregate) + 1) {
      ledger.advance(aggregate, event.sequence());
    }
  }

  /** A database that is away is waited for; whatever else fails is held. */
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
        if (!again && !DatabaseFailures.isAway(failure) && takesAside(event, failure)) {
          return;
        }
      }
      pause.sleep();
    }
  }

  /** False when there is no room for it, or no database. */
  private boolean takesAside(Incoming event, Throwable failure) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                if (held.isFull(subscription.queue())) {
                  return false;
                }
                Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(event));
                if (failure instanceof UnreadableEventException) {
                  park(ledger, event, reason(failure));
                  ledger.write();
                } else {
                  held.hold(
                      subscription.queue(), event, RETRYING, reason(failure), rules.pauseAfter(1));
                }
                return true;
              }));
    } catch (RuntimeException away) {
      log.warn("{} cannot hold {}: {}", subscription.queue(), event.id(), away.toString());
      return false;
    }
  }

  /** What the broker has given up delivering is tried again from here. */
  void takeBack(byte[] body, @Nullable String parkedBecause) {
    Incoming event = reader.receive(body, subscription);
    transaction.executeWithoutResult(
        status -> {
          Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(event));
          if (event.delivery() == null || parkedBecause != null) {
            park(ledger, event, parkedBecause == null ? event.fault() : parkedBecause);
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
  }

  // --- Held events ---------------------------------------------------------------------------

  /** Goes on with the aggregates behind what has just been dealt with. */
  void settle(Collection<UUID> aggregates) {
    for (UUID aggregate : held.heldBehind(subscription.queue(), aggregates)) {
      while (goesOn(aggregate)) {
        // One version after the other.
      }
    }
  }

  private void applyWaiting(Ledger ledger, UUID aggregate) {
    while (true) {
      HeldEvent next =
          held.ofVersion(subscription.queue(), aggregate, ledger.known(aggregate) + 1).orElse(null);
      if (next == null || next.state() == RETRYING) {
        return;
      }
      if (next.state() == WAITING) {
        applyHeld(ledger, next);
      } else {
        ledger.advance(aggregate, ledger.known(aggregate) + 1);
      }
    }
  }

  private boolean goesOn(UUID aggregate) {
    HeldEvent[] tried = new HeldEvent[1];
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                Ledger ledger = Ledger.open(rows, subscription.queue(), aggregate);
                HeldEvent next =
                    held.ofVersion(subscription.queue(), aggregate, ledger.known(aggregate) + 1)
                        .orElse(null);
                if (next == null || next.state() == RETRYING) {
                  return false;
                }
                tried[0] = next;
                if (next.state() == WAITING) {
                  applyHeld(ledger, next);
                } else {
                  ledger.advance(aggregate, ledger.known(aggregate) + 1);
                }
                ledger.write();
                return true;
              }));
    } catch (RuntimeException | VirtualMachineError failure) {
      if (tried[0] != null && !DatabaseFailures.isAway(failure)) {
        failed(tried[0], 1, failure);
      }
      return false;
    }
  }

  /** The next attempt of one that is due; counted before it is made, in case it ends the process. */
  void retry(HeldEvent event) {
    int attempts = event.attempts();
    if (event.state() == RETRYING) {
      if (rules.isLast(attempts)) {
        failed(event, attempts, new IllegalStateException("no attempt came to an end"));
        return;
      }
      attempts++;
      if (!held.beginsAttempt(event, rules.pauseAfter(attempts))) {
        return;
      }
    }
    try {
      attempt(event);
    } catch (RuntimeException | VirtualMachineError failure) {
      if (!DatabaseFailures.isAway(failure)) {
        failed(event, Math.max(1, attempts), failure);
      }
    }
  }

  /** Null when it went well; otherwise why not, and it stays parked. */
  @Nullable String replay(HeldEvent event) {
    try {
      attempt(event);
      return null;
    } catch (RuntimeException | VirtualMachineError failure) {
      held.change(event.id(), PARKED, event.attempts() + 1, reason(failure), Duration.ZERO);
      return reason(failure);
    }
  }

  private void attempt(HeldEvent event) {
    List<UUID> advanced =
        transaction.execute(
            status -> {
              Incoming incoming = reader.receive(event.body(), subscription);
              Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(incoming));
              HeldEvent still = held.lock(event.id()).orElse(null);
              if (still != null) {
                applyHeld(ledger, still, incoming);
                ledger.write();
              }
              return List.copyOf(ledger.advanced());
            });
    settle(Objects.requireNonNull(advanced));
  }

  private void applyHeld(Ledger ledger, HeldEvent event) {
    applyHeld(ledger, event, reader.receive(event.body(), subscription));
  }

  private void applyHeld(Ledger ledger, HeldEvent event, Incoming incoming) {
    if (incoming.delivery() == null) {
      throw new UnreadableEventException(incoming.fault(), null);
    }
    UUID aggregate = Objects.requireNonNull(incoming.aggregate());
    long known = ledger.known(aggregate);
    if (incoming.sequence() > known + 1) {
      held.change(event.id(), WAITING, event.attempts(), event.reason(), Duration.ZERO);
      return;
    }
    deliver(ledger, incoming.delivery());
    goOnWithout(ledger, incoming);
    held.delete(event.id());
  }

  private void failed(HeldEvent event, int attempts, Throwable failure) {
    boolean hopeless = failure instanceof UnreadableEventException || rules.isLast(attempts);
    String reason = reason(failure);
    List<UUID> advanced =
        transaction.execute(
            status -> {
              Incoming incoming = reader.receive(event.body(), subscription);
              Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(incoming));
              if (held.lock(event.id()).isPresent()) {
                if (hopeless) {
                  log.error(
                      "Parked {} of {} after {} attempts: {}",
                      event.eventId(), event.queue(), attempts, reason);
                  held.change(event.id(), PARKED, attempts, reason, Duration.ZERO);
                  goOnWithout(ledger, incoming);
                  ledger.write();
                } else {
                  held.change(
                      event.id(), RETRYING, attempts, reason, rules.pauseAfter(attempts));
                }
              }
              return List.copyOf(ledger.advanced());
            });
    settle(Objects.requireNonNull(advanced));
  }

  // --- Gaps ------------------------------------------------------------------------------------

  /** A version that is no event of ours: those behind it need not wait for it. */
  void passOver(UUID aggregate, long sequence) {
    advance(aggregate, ledger -> {
      if (ledger.known(aggregate) + 1 == sequence) {
        ledger.advance(aggregate, sequence);
      }
    });
  }

  /** The versions before this one are nowhere: what waits goes on without them, and that stays visible. */
  void giveUp(HeldEvents.Gap gap) {
    advance(gap.aggregate(), ledger -> {
      long known = ledger.known(gap.aggregate());
      if (known == gap.known()) {
        String reason =
            "version %d did not come, and is not in the log; version %d was applied without it"
                .formatted(known + 1, gap.next());
        log.error("{} of {}: {}", gap.aggregate(), gap.queue(), reason);
        held.miss(gap.queue(), gap.aggregate(), known + 1, gap.next() - 1, reason);
        ledger.advance(gap.aggregate(), gap.next() - 1);
      }
    });
  }

  private void advance(UUID aggregate, Consumer<Ledger> change) {
    transaction.executeWithoutResult(
        status -> {
          Ledger ledger = Ledger.open(rows, subscription.queue(), aggregate);
          change.accept(ledger);
          ledger.write();
        });
    settle(List.of(aggregate));
  }

  private static String reason(Throwable failure) {
    return failure instanceof UnreadableEventException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }
}
