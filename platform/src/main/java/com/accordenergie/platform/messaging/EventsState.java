package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service's events are doing, as of a moment ago.
 *
 * @param asOf when it was looked at; null before the first look
 * @param databaseAway the figures of the database are older than that
 * @param brokerAway the figures of the broker are older than that
 * @param brokerBlocked the broker takes no events for the time being (memory or disk alarm)
 */
record EventsState(
    @Nullable Instant asOf,
    boolean databaseAway,
    boolean brokerAway,
    boolean brokerBlocked,
    OutboxState outbox,
    List<SubscriptionState> subscriptions) {

  /**
   * @param depth how many events wait for the broker, counted up to a hundred thousand
   * @param ageSeconds for how long the oldest has waited
   * @param setAside how many the broker has refused while it took others
   * @param relayed how many have left through this instance
   */
  record OutboxState(long depth, double ageSeconds, long setAside, long relayed) {}

  /**
   * @param waiting messages in the queue
   * @param lagSeconds how old is what is being handled, or has not been yet
   * @param retrying events that failed and will be tried again
   * @param held events that came before an earlier version
   * @param parked events for people to look at
   * @param missing versions that were given up
   * @param gaps aggregates of which a version has not come, though later ones have
   */
  record SubscriptionState(
      String queue,
      long waiting,
      double lagSeconds,
      long retrying,
      long held,
      long parked,
      long missing,
      long gaps) {

    static SubscriptionState unknown(String queue) {
      return new SubscriptionState(queue, 0, 0, 0, 0, 0, 0, 0);
    }
  }
}
