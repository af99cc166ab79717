package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.EventsState.OutboxState;
import com.accordenergie.platform.messaging.EventsState.SubscriptionState;
import com.accordenergie.platform.messaging.HeldEvent.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds how the events are doing, so that whoever asks is answered at once: neither
 * a slow database nor a broker that is away ever makes them wait.
 */
final class EventsWatch extends Background {

  private static final Logger log = LoggerFactory.getLogger(EventsWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Who has handled something this lately is at work, perhaps in another instance. */
  private static final Duration LATELY = Duration.ofSeconds(5);

  private final List<EventConsumer> consumers;
  private final HeldEvents held;
  private final SubscriptionStates states;
  private final OutboxFigures outbox;
  private final OutboxRelay relay;
  private final BlockedConnections blocked;
  private final QueueFigures queues;
  private final Clock clock;
  private volatile EventsState state;

  EventsWatch(
      List<EventConsumer> consumers,
      HeldEvents held,
      SubscriptionStates states,
      OutboxFigures outbox,
      OutboxRelay relay,
      BlockedConnections blocked,
      QueueFigures queues,
      Clock clock) {
    super("events-watch", Duration.ofSeconds(6));
    this.consumers = consumers;
    this.held = held;
    this.states = states;
    this.outbox = outbox;
    this.relay = relay;
    this.blocked = blocked;
    this.queues = queues;
    this.clock = clock;
    state =
        new EventsState(
            null,
            false,
            false,
            false,
            new OutboxState(0, 0, 0, 0),
            consumers.stream()
                .map(one -> SubscriptionState.unknown(one.subscription().queue()))
                .toList());
  }

  EventsState state() {
    return state;
  }

  SubscriptionState stateOf(String queue) {
    return state.subscriptions().stream()
        .filter(one -> one.queue().equals(queue))
        .findFirst()
        .orElseGet(() -> SubscriptionState.unknown(queue));
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        look();
      } catch (RuntimeException failure) {
        log.warn("How the events are doing is unknown: {}", failure.toString());
      }
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void look() {
    Instant now = clock.instant();
    EventsState before = state;
    try {
      Map<String, Map<State, Long>> counts = held.count();
      Map<String, Long> gaps = held.countGaps();
      state =
          new EventsState(
              now,
              false,
              queues.isBrokerAway(),
              blocked.any(),
              outbox.now(relay.relayed()),
              consumers.stream()
                  .map(
                      consumer -> {
                        String queue = consumer.subscription().queue();
                        Map<State, Long> of = counts.getOrDefault(queue, new EnumMap<>(State.class));
                        return new SubscriptionState(
                            queue,
                            queues.waiting(queue),
                            lag(consumer, states.last(queue), now),
                            of.getOrDefault(State.RETRYING, 0L),
                            of.getOrDefault(State.WAITING, 0L),
                            of.getOrDefault(State.PARKED, 0L),
                            of.getOrDefault(State.MISSING, 0L),
                            gaps.getOrDefault(queue, 0L));
                      })
                  .toList());
    } catch (RuntimeException away) {
      log.debug("The database does not tell how the events are doing", away);
      state =
          new EventsState(
              now,
              true,
              queues.isBrokerAway(),
              blocked.any(),
              before.outbox(),
              consumers.stream().map(consumer -> withoutDatabase(consumer, now)).toList());
    }
  }

  private SubscriptionState withoutDatabase(EventConsumer consumer, Instant now) {
    String queue = consumer.subscription().queue();
    SubscriptionState last = stateOf(queue);
    return new SubscriptionState(
        queue,
        queues.waiting(queue),
        lag(consumer, Optional.empty(), now),
        last.retrying(),
        last.held(),
        last.parked(),
        last.missing(),
        last.gaps());
  }

  /** Another instance may be the one that handles the queue: then its last event tells. */
  private double lag(
      EventConsumer consumer, Optional<SubscriptionStates.Last> last, Instant now) {
    String queue = consumer.subscription().queue();
    Instant at = consumer.progress().at();
    if (at != null) {
      return seconds(at, now);
    }
    Instant since = queues.waitingSince(queue);
    if (since == null) {
      return 0;
    }
    return last.filter(one -> one.handledAt().isAfter(now.minus(LATELY)))
        .map(one -> seconds(one.eventTime(), one.handledAt()))
        .orElseGet(() -> seconds(since, now));
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }
}
