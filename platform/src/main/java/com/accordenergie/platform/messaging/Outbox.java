package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a change leaves its event, in its own transaction: both are stored or neither. A relay
 * brings the events to the broker, in order for each aggregate.
 */
public interface Outbox {

  /**
   * @param subject what the event is about, for consumers
   * @param aggregate what the sequence counts; often the subject itself
   * @param sequence the aggregate's version after the change, 1..n without gaps
   * @param data written as the event's {@code data}
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  void append(
      EventType type, UUID subject, UUID aggregate, long sequence, Instant time, Object data);
}
