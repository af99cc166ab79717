package com.accordenergie.platform.messaging;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.HeldEvent.State;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see of events that were held, and do with those that were parked. */
final class ParkedEvents {

  private static final Logger log = LoggerFactory.getLogger(ParkedEvents.class);
  private static final ProblemType NOT_HANDLED =
      new ProblemType(
          "event-not-handled", HttpStatus.CONFLICT, "The event could not be handled this time either");

  /** Nothing is done with them unless somebody does it. */
  private static final Set<State> GIVEN_UP = EnumSet.of(State.PARKED, State.MISSING);

  private final Map<String, EventConsumer> consumers;
  private final HeldEvents held;
  private final TransactionTemplate transaction;

  ParkedEvents(List<EventConsumer> consumers, HeldEvents held, TransactionTemplate transaction) {
    this.consumers =
        consumers.stream()
            .collect(Collectors.toMap(one -> one.subscription().queue(), Function.identity()));
    this.held = held;
    this.transaction = transaction;
  }

  Page<HeldEvent> list(@Nullable String queue, @Nullable State state, PageRequest page) {
    if (queue != null) {
      requireQueue(queue);
    }
    String context = "held " + queue + " " + state;
    Cursor cursor = Cursor.decode(context, page.cursor());
    List<HeldEvent> rows =
        held.list(
            queue == null ? consumers.keySet() : List.of(queue),
            state == null ? GIVEN_UP : EnumSet.of(state),
            cursor == null ? 0 : cursor.number(0),
            page.limit() + 1);
    return Page.of(rows, page, last -> Cursor.encode(context, last.id()));
  }

  /** Answers 409 when it fails once more. */
  void replay(long id, Caller caller) {
    HeldEvent event = find(id);
    if (event.state() == State.MISSING) {
      throw Problems.conflict(NOT_HANDLED, "There is no event of this version that could be replayed.");
    }
    log.info("{} replays {} of {}", caller.id(), event.eventId(), event.queue());
    String reason = consumer(event.queue()).aside().replay(event);
    if (reason != null) {
      throw Problems.conflict(NOT_HANDLED, "It stays parked: " + reason);
    }
  }

  /** They are tried again one after the other, behind the answer. */
  int replayAll(String queue, Caller caller) {
    requireQueue(queue);
    int count = held.retryParked(queue);
    log.info("{} replays {} events of {}", caller.id(), count, queue);
    return count;
  }

  void dismiss(long id, IfMatch ifMatch, String reason, Caller caller) {
    transaction.executeWithoutResult(
        status -> {
          HeldEvent event =
              held.lock(id).filter(this::isParked).orElseThrow(Problems::notFound);
          ifMatch.check(event.attempts());
          held.delete(id);
          log.warn(
              "{} dismissed {} event {} (type {}, aggregate {}, version {}) of {}: {}",
              caller.id(), event.state(), event.eventId(), event.type(), event.aggregate(),
              event.sequence(), event.queue(), reason);
        });
  }

  private HeldEvent find(long id) {
    return held.find(id).filter(this::isParked).orElseThrow(Problems::notFound);
  }

  private boolean isParked(HeldEvent event) {
    return consumers.containsKey(event.queue()) && GIVEN_UP.contains(event.state());
  }

  private EventConsumer consumer(String queue) {
    EventConsumer consumer = consumers.get(queue);
    if (consumer == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, null);
    }
    return consumer;
  }

  private void requireQueue(String queue) {
    if (!consumers.containsKey(queue)) {
      throw Problems.invalid("?queue", "It takes one of " + consumers.keySet().stream().sorted().toList() + ".");
    }
  }
}
