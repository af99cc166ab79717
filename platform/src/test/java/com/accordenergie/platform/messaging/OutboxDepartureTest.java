package com.accordenergie.platform.messaging;

import static com.accordenergie.platform.messaging.EventPublisher.Answer.OPEN;
import static com.accordenergie.platform.messaging.EventPublisher.Answer.REFUSED;
import static com.accordenergie.platform.messaging.EventPublisher.Answer.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.accordenergie.platform.messaging.EventPublisher.Answer;
import com.accordenergie.platform.messaging.OutboxBatch.WaitingEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What leaves, what waits and what is set aside, by what the broker says and when. */
class OutboxDepartureTest {

  private static final long IN_AN_HOUR = System.nanoTime() + 3_600_000_000_000L;

  private final EventPublisher broker = mock();
  private final List<List<Long>> sent = new ArrayList<>();

  @Test
  void ofEachAggregateOneVersionAfterTheOther() {
    answers(event -> TAKEN);
    OutboxDeparture departure = departed(IN_AN_HOUR, of(1, 2), of(3), of(4, 5, 6));
    assertThat(sent).containsExactly(List.of(1L, 3L, 4L), List.of(2L, 5L), List.of(6L));
    assertThat(departure.taken()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void whatIsRefusedAloneTooIsSetAsideWithWhatFollowsIt() {
    answers(event -> event == 3 ? REFUSED : TAKEN);
    OutboxDeparture departure = departed(IN_AN_HOUR, of(1, 2), of(3, 4));
    assertThat(departure.taken()).containsExactly(1L, 2L);
    assertThat(departure.refused()).containsExactly(3L);
  }

  @Test
  void aSlowBrokerIsNotPressed() {
    answers(event -> event == 3 || event == 5 ? OPEN : TAKEN);
    OutboxDeparture departure = departed(IN_AN_HOUR, of(1, 2), of(3, 4), of(5));
    assertThat(sent).containsExactly(List.of(1L, 3L, 5L));
    assertThat(departure.taken()).containsExactly(1L);
    assertThat(departure.refused()).isEmpty();
    assertThat(departure.isSlow()).isTrue();
  }

  @Test
  void whenItsTimeIsOverNothingMoreIsSent() {
    List<Long> before = new ArrayList<>();
    long end = System.nanoTime() + 300_000_000;
    answers(
        event -> {
          before.add(event);
          while (event == 2 && System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          return TAKEN;
        });
    OutboxDeparture departure = departed(end, of(1, 2, 3));
    assertThat(departure.taken()).containsExactly(1L, 2L);
    assertThat(before).containsExactly(1L, 2L);
  }

  @Test
  void aBrokerThatTakesNothingIsAway() {
    answers(event -> OPEN);
    assertThatIllegalStateException().isThrownBy(() -> departed(IN_AN_HOUR, of(1), of(2)));
  }

  private void answers(Function<Long, Answer> answer) {
    when(broker.publish(anyList()))
        .thenAnswer(
            asked -> {
              List<WaitingEvent> events = asked.getArgument(0);
              sent.add(events.stream().map(WaitingEvent::id).toList());
              return events.stream().map(WaitingEvent::id).map(answer).toList();
            });
  }

  @SafeVarargs
  private OutboxDeparture departed(long end, Deque<WaitingEvent>... aggregates) {
    var departure = new OutboxDeparture(broker, end);
    departure.of((Collection<Deque<WaitingEvent>>) List.of(aggregates));
    return departure;
  }

  private static Deque<WaitingEvent> of(long... ids) {
    UUID aggregate = UUID.randomUUID();
    return new ArrayDeque<>(
        LongStream.of(ids)
            .mapToObj(id -> new WaitingEvent(id, UUID.randomUUID(), aggregate, "note.noted", new byte[0]))
            .toList());
  }
}
