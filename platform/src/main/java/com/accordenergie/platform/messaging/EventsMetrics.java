package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.EventsState.SubscriptionState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/**
 * {@code accord.outbox.*}: what waits for the broker and what has left; {@code accord.consumer.*}: for
 * each queue, how far its consumer is behind. As of two seconds ago at most; a scrape asks nobody.
 */
final class EventsMetrics implements MeterBinder {

  private final EventsWatch watch;
  private final OutboxRelay relay;

  EventsMetrics(EventsWatch watch, OutboxRelay relay) {
    this.watch = watch;
    this.relay = relay;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    outbox(registry, "age", "seconds", "How long the oldest event has waited for the broker",
        state -> state.outbox().ageSeconds());
    outbox(registry, "depth", "events", "How many events wait for the broker",
        state -> state.outbox().depth());
    outbox(registry, "set.aside", "events", "How many events the broker refuses",
        state -> state.outbox().setAside());
    FunctionCounter.builder("accord.outbox.relayed", relay, OutboxRelay::relayed)
        .baseUnit("events")
        .description("How many events the broker has taken from this instance")
        .register(registry);
    Gauge.builder("accord.broker.blocked", watch, one -> one.state().brokerBlocked() ? 1 : 0)
        .description("1 while the broker takes no events (memory or disk alarm)")
        .register(registry);
    for (SubscriptionState one : watch.state().subscriptions()) {
      String queue = one.queue();
      consumer(registry, queue, "lag", "seconds", "How old is what is being handled",
          SubscriptionState::lagSeconds);
      consumer(registry, queue, "waiting", "events", "Messages in the queue",
          SubscriptionState::waiting);
      consumer(registry, queue, "retrying", "events", "Events that failed and will be tried again",
          SubscriptionState::retrying);
      consumer(registry, queue, "held", "events", "Events that came before an earlier version",
          SubscriptionState::held);
      consumer(registry, queue, "parked", "events", "Events for people to look at",
          SubscriptionState::parked);
      consumer(registry, queue, "missing", "events", "Versions that were given up",
          SubscriptionState::missing);
      consumer(registry, queue, "gaps", "aggregates", "Aggregates of which a version has not come",
          SubscriptionState::gaps);
    }
  }

  private void outbox(
      MeterRegistry registry,
      String name,
      String unit,
      String description,
      ToDoubleFunction<EventsState> figure) {
    Gauge.builder("accord.outbox." + name, watch, one -> figure.applyAsDouble(one.state()))
        .baseUnit(unit)
        .description(description)
        .register(registry);
  }

  private void consumer(
      MeterRegistry registry,
      String queue,
      String name,
      String unit,
      String description,
      ToDoubleFunction<SubscriptionState> figure) {
    Gauge.builder(
            "accord.consumer." + name, watch, one -> figure.applyAsDouble(one.stateOf(queue)))
        .tag("queue", queue)
        .baseUnit(unit)
        .description(description)
        .register(registry);
  }
}
