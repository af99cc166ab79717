package com.accordenergie.platform.messaging;

import static com.accordenergie.platform.messaging.HeldEvent.State.PARKED;
import static com.accordenergie.platform.messaging.HeldEvent.State.RETRYING;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on with the events of one subscription that are held, each in a transaction of its own. */
final class HeldConsumer {

  private static final Logger log = LoggerFactory.getLogger(HeldConsumer.class);

  private final Subscription subscription;
  private final Applying applying;
  private final HeldEvents held;
  private final JdbcOperations rows;
  private final TransactionTemplate transaction;
  private final RetryRules rules;

  /** Those whose last attempt the database broke off: it does not count. */
  private final Set<Long> brokenOff = ConcurrentHashMap.newKeySet();

  HeldConsumer(
      Subscription subscription,
      Applying applying,
      HeldEvents held,
      JdbcOperations rows,
      TransactionTemplate transaction,
      RetryRules rules) {
    this.subscription = subscription;
    this.applying = applying;
    this.held = held;
    this.rows = rows;
    this.transaction = transaction;
    this.rules = rules;
  }

  /** Goes on where a process ended between an event and what waited behind it. */
  void settle() {
    held.aggregates(subscription.queue()).forEach(this::settle);
  }

  /** Goes on with the aggregates behind what has just been dealt with. */
  void settle(Collection<UUID> aggregates) {
    held.heldBehind(subscription.queue(), aggregates).forEach(this::settle);
  }

  private void settle(UUID aggregate) {
    while (goesOn(aggregate)) {
      // One version after the other.
    }
  }

  private boolean goesOn(UUID aggregate) {
    HeldEvent[] tried = new HeldEvent[1];
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                Ledger ledger = Ledger.open(rows, subscription.queue(), aggregate);
                HeldEvent next = applying.next(ledger, aggregate).orElse(null);
                if (next == null) {
                  return false;
                }
                tried[0] = next;
                applying.goOn(ledger, aggregate, next);
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
      boolean isTheSame = brokenOff.remove(event.id());
      if (!isTheSame && rules.isLast(attempts)) {
        failed(event, attempts, new IllegalStateException("no attempt came to an end"));
        return;
      }
      attempts += isTheSame ? 0 : 1;
      if (!held.beginsAttempt(event, attempts, rules.pauseAfter(attempts))) {
        return;
      }
    }
    try {
      attempt(event);
    } catch (RuntimeException | VirtualMachineError failure) {
      if (DatabaseFailures.isAway(failure)) {
        brokenOff.add(event.id());
      } else {
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
      String reason = DatabaseFailures.reason(failure);
      held.change(event.id(), PARKED, event.attempts() + 1, reason, Duration.ZERO);
      return reason;
    }
  }

  private void attempt(HeldEvent event) {
    withLocked(event, (ledger, incoming, still) -> applying.held(ledger, still, incoming));
  }

  /** What merely takes too long is tried again for as long as it does. */
  private void failed(HeldEvent event, int attempts, Throwable failure) {
    boolean isSlow = DatabaseFailures.isSlow(failure);
    boolean hopeless =
        failure instanceof UnreadableEventException || rules.isLast(attempts) && !isSlow;
    int counted = isSlow ? Math.min(attempts, rules.beforeTheLast()) : attempts;
    String reason = DatabaseFailures.reason(failure);
    withLocked(
        event,
        (ledger, incoming, still) -> {
          if (hopeless) {
            log.error(
                "Parked {} of {} after {} attempts: {}",
                event.eventId(), event.queue(), attempts, reason);
            held.change(event.id(), PARKED, attempts, reason, Duration.ZERO);
            applying.goOnWithout(ledger, incoming);
          } else {
            held.change(event.id(), RETRYING, counted, reason, rules.pauseAfter(attempts));
          }
        });
  }

  private interface Step {

    void take(Ledger ledger, Incoming incoming, HeldEvent still);
  }

  /** Nothing when somebody else has dealt with it meanwhile; settles what waits behind it. */
  private void withLocked(HeldEvent event, Step step) {
    List<UUID> advanced =
        transaction.execute(
            status -> {
              Incoming incoming = applying.read(event.body());
              Ledger ledger = Ledger.open(rows, subscription.queue(), List.of(incoming));
              held.lock(event.id())
                  .ifPresent(
                      still -> {
                        step.take(ledger, incoming, still);
                        ledger.write();
                      });
              return List.copyOf(ledger.advanced());
            });
    settle(Objects.requireNonNull(advanced));
  }

  // --- Gaps ------------------------------------------------------------------------------------

  /** A version that is no event of ours: those behind it need not wait for it. */
  void passOver(UUID aggregate, long sequence) {
    advance(
        aggregate,
        ledger -> {
          if (ledger.known(aggregate) + 1 == sequence) {
            ledger.advance(aggregate, sequence);
          }
        });
  }

  /** The versions before this one are nowhere: what waits goes on without them, and that stays visible. */
  void giveUp(HeldEvents.Gap gap) {
    advance(
        gap.aggregate(),
        ledger -> {
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
}
