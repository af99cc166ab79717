package com.accordenergie.intervention.urgency;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.workflow.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How long somebody has been waiting, whatever happened meanwhile. */
class UrgencyClockTest {

  private static final Instant CALL = Instant.parse("2026-03-28T22:00:00Z"); // clocks go forward that night

  /** So long in a status of that kind. */
  record Period(ClockMode mode, Duration time) {}

  @Provide
  Arbitrary<List<Period>> histories() {
    Arbitrary<Duration> times =
        Arbitraries.longs().between(0, Duration.ofDays(20).toMillis()).map(Duration::ofMillis);
    return Combinators.combine(Arbitraries.of(ClockMode.class), times)
        .as(Period::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property(tries = 10_000)
  void whatWasCountedOnTheWayIsWhatTheHistorySays(@ForAll("histories") List<Period> history) {
    // Counted on the way.
    UrgencyClock clock = UrgencyClock.startedAt(CALL, history.getFirst().mode());
    Instant now = CALL;
    for (int i = 0; i < history.size(); i++) {
      now = now.plus(history.get(i).time());
      if (i + 1 < history.size()) {
        clock = clock.switchedTo(history.get(i + 1).mode(), now);
      }
    }
    // Counted from the history.
    Duration ran =
        history.stream()
            .filter(period -> period.mode() == ClockMode.RUN)
            .map(Period::time)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(clock.elapsed(now)).isEqualTo(ran);
  }

  @Property
  void itIsDueWhenSoMuchHasRun(@ForAll("histories") List<Period> history) {
    Duration target = Duration.ofHours(48);
    UrgencyClock clock = UrgencyClock.startedAt(CALL, history.getFirst().mode());
    Instant now = CALL;
    for (int i = 0; i + 1 < history.size(); i++) {
      now = now.plus(history.get(i).time());
      clock = clock.switchedTo(history.get(i + 1).mode(), now);
    }
    Instant due = clock.dueAt(target);
    if (history.getLast().mode() != ClockMode.RUN) {
      assertThat(due).isNull();
    } else {
      assertThat(due).isEqualTo(now.plus(target.minus(clock.elapsed(now))));
    }
  }

  @Test
  void aPauseKeepsWhatHasAccumulated() {
    UrgencyClock clock =
        UrgencyClock.startedAt(CALL, ClockMode.RUN)
            .switchedTo(ClockMode.PAUSE, CALL.plus(Duration.ofHours(3)))
            .switchedTo(ClockMode.RUN, CALL.plus(Duration.ofDays(10)));

    assertThat(clock.elapsed(CALL.plus(Duration.ofDays(10)))).isEqualTo(Duration.ofHours(3));
    assertThat(clock.dueAt(Duration.ofHours(8)))
        .isEqualTo(CALL.plus(Duration.ofDays(10)).plus(Duration.ofHours(5)));
  }

  @Test
  void aPauseInAPauseIsOnePause() {
    UrgencyClock clock =
        UrgencyClock.startedAt(CALL, ClockMode.RUN)
            .switchedTo(ClockMode.PAUSE, CALL.plus(Duration.ofHours(1)))
            .switchedTo(ClockMode.PAUSE, CALL.plus(Duration.ofHours(2)))
            .switchedTo(ClockMode.STOP, CALL.plus(Duration.ofHours(3)));

    assertThat(clock.elapsed(CALL.plus(Duration.ofDays(9)))).isEqualTo(Duration.ofHours(1));
    assertThat(clock.dueAt(Duration.ofHours(8))).isNull();
  }

  @Test
  void anotherUrgencyChangesTheTargetAndNotTheTime() {
    UrgencyClock clock = UrgencyClock.startedAt(CALL, ClockMode.RUN);

    assertThat(clock.dueAt(Duration.ofHours(8))).isEqualTo(CALL.plus(Duration.ofHours(8)));
    assertThat(clock.dueAt(Duration.ofMinutes(15))).isEqualTo(CALL.plus(Duration.ofMinutes(15)));
  }
}
