package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.OutboxBatch.WaitingEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events of several aggregates in waves: one of each at a time, the next one only after the
 * broker has confirmed the one before. An event that the broker refuses, and for which it may close
 * the channel under all others of its wave, is told apart by sending each of them alone.
 */
final class OutboxDeparture {

  private static final Logger log = LoggerFactory.getLogger(OutboxDeparture.class);

  private final EventPublisher publisher;
  private final List<Long> taken = new ArrayList<>();
  private final List<Long> refused = new ArrayList<>();

  OutboxDeparture(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** Fails when the broker took nothing at all. */
  void of(Collection<Deque<WaitingEvent>> aggregates) {
    List<Deque<WaitingEvent>> open = new ArrayList<>(aggregates);
    try {
      while (!open.isEmpty()) {
        open = next(open);
      }
    } catch (RuntimeException brokerAway) {
      if (taken.isEmpty()) {
        throw brokerAway;
      }
      refused.clear(); // Whether it is theirs or the broker's fault is open.
    }
    if (taken.isEmpty()) {
      throw new IllegalStateException("the broker confirmed none of the waiting events");
    }
  }

  List<Long> taken() {
    return taken;
  }

  /** Those it did not take while it took others. */
  List<Long> refused() {
    return refused;
  }

  private List<Deque<WaitingEvent>> next(List<Deque<WaitingEvent>> open) {
    List<WaitingEvent> wave = open.stream().map(Deque::element).toList();
    List<Boolean> answers = answers(wave);
    List<Deque<WaitingEvent>> next = new ArrayList<>();
    for (int i = 0; i < wave.size(); i++) {
      Deque<WaitingEvent> aggregate = open.get(i);
      if (answers.get(i) || wave.size() > 1 && isTakenAlone(wave.get(i))) {
        taken.add(aggregate.remove().id());
        if (!aggregate.isEmpty()) {
          next.add(aggregate);
        }
      } else {
        refused.add(wave.get(i).id());
      }
    }
    return next;
  }

  private List<Boolean> answers(List<WaitingEvent> wave) {
    try {
      return publisher.publish(wave);
    } catch (RuntimeException failure) {
      if (wave.size() == 1) {
        throw failure;
      }
      log.warn("{} events are sent one by one: {}", wave.size(), failure.toString());
      return wave.stream().map(event -> false).toList();
    }
  }

  private boolean isTakenAlone(WaitingEvent event) {
    boolean alone = publisher.publish(List.of(event)).getFirst();
    if (!alone) {
      log.error("The broker refuses the event {} ({})", event.eventId(), event.routingKey());
    }
    return alone;
  }
}
