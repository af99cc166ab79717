package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param asOf when it was looked at; the figures are not older, unless what they are of is away
 */
record ConsumersView(
    String service,
    @Nullable Instant asOf,
    boolean databaseAway,
    boolean brokerAway,
    boolean brokerBlocked,
    EventsState.OutboxState outbox,
    List<EventsState.SubscriptionState> subscriptions) {

  static ConsumersView of(String service, EventsState state) {
    return new ConsumersView(
        service,
        state.asOf(),
        state.databaseAway(),
        state.brokerAway(),
        state.brokerBlocked(),
        state.outbox(),
        state.subscriptions());
  }
}
