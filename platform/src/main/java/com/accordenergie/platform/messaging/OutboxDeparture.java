package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.EventPublisher.Answer;
import com.accordenergie.platform.messaging.OutboxBatch.WaitingEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events of several aggregates in waves: one of each at a time, the next one only after the
 * broker has confirmed the one before. An event that the broker refuses, and for which it may close
 * the channel under all others of its wave, is told apart by sending each of them alone. A broker
 * that is slow is not pressed: after the first answer that does not come in time, or once there is no
 * time left, nothing more is sent.
 */
final class OutboxDeparture {

  private static final Logger log = LoggerFactory.getLogger(OutboxDeparture.class);

  private final EventPublisher publisher;
  private final long end;
  private final List<Long> taken = new ArrayList<>();
  private final List<Long> refused = new ArrayList<>();
  private boolean isSlow;

  /**
   * @param end by {@link System#nanoTime}; what is under way then may take four seconds more
   */
  OutboxDeparture(EventPublisher publisher, long end) {
    this.publisher = publisher;
    this.end = end;
  }

  /** Fails when the broker took nothing at all. */
  void of(Collection<Deque<WaitingEvent>> aggregates) {
    List<Deque<WaitingEvent>> open = new ArrayList<>(aggregates);
    try {
      while (!open.isEmpty() && mayGoOn()) {
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

  /** Whether the broker let something wait for its answer. */
  boolean isSlow() {
    return isSlow;
  }

  private boolean mayGoOn() {
    return !isSlow && System.nanoTime() < end;
  }

  private List<Deque<WaitingEvent>> next(List<Deque<WaitingEvent>> open) {
    List<WaitingEvent> wave = open.stream().map(Deque::element).toList();
    List<Answer> answers = answers(wave);
    isSlow = answers.contains(Answer.OPEN);
    List<Deque<WaitingEvent>> next = new ArrayList<>();
    for (int i = 0; i < wave.size(); i++) {
      Answer answer = answers.get(i);
      if (answer == Answer.REFUSED && wave.size() > 1) {
        answer = mayGoOn() ? answerAlone(wave.get(i)) : Answer.OPEN;
      }
      switch (answer) {
        case TAKEN -> {
          Deque<WaitingEvent> aggregate = open.get(i);
          taken.add(aggregate.remove().id());
          if (!aggregate.isEmpty()) {
            next.add(aggregate);
          }
        }
        case REFUSED -> refused.add(wave.get(i).id());
        case OPEN -> {
          // It waits where it is.
        }
      }
    }
    return next;
  }

  private List<Answer> answers(List<WaitingEvent> wave) {
    try {
      return publisher.publish(wave);
    } catch (RuntimeException failure) {
      if (wave.size() == 1) {
        throw failure;
      }
      log.warn("{} events are sent one by one: {}", wave.size(), failure.toString());
      return Collections.nCopies(wave.size(), Answer.REFUSED);
    }
  }

  private Answer answerAlone(WaitingEvent event) {
    Answer alone = publisher.publish(List.of(event)).getFirst();
    isSlow = alone == Answer.OPEN;
    if (alone == Answer.REFUSED) {
      log.error("The broker refuses the event {} ({})", event.eventId(), event.routingKey());
    }
    return alone;
  }
}
