package com.accordenergie.intervention.urgency;

import com.accordenergie.intervention.workflow.ClockMode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long an intervention has been waited for: the sum of the times in which its status let the
 * clock run. A pause keeps what has accumulated; a changed urgency changes the target, never the
 * time. A value: each change of status gives another one.
 */
@Embeddable
public final class UrgencyClock {

  @Column(name = "clock_elapsed_ms")
  private long elapsedMillis;

  @Column(name = "clock_since")
  private @Nullable Instant runningSince;

  @Column(name = "clock_started_at")
  private Instant startedAt;

  @SuppressWarnings("NullAway.Init")
  UrgencyClock() {}

  private UrgencyClock(long elapsedMillis, @Nullable Instant runningSince, Instant startedAt) {
    this.elapsedMillis = elapsedMillis;
    this.runningSince = runningSince;
    this.startedAt = startedAt;
  }

  /** A new request, or one that is opened again. */
  public static UrgencyClock startedAt(Instant time, ClockMode mode) {
    return new UrgencyClock(0, mode == ClockMode.RUN ? time : null, time);
  }

  /** From now on in a status with this mode. */
  public UrgencyClock switchedTo(ClockMode mode, Instant time) {
    return new UrgencyClock(
        elapsed(time).toMillis(), mode == ClockMode.RUN ? time : null, startedAt);
  }

  public Duration elapsed(Instant now) {
    Duration before = Duration.ofMillis(elapsedMillis);
    return runningSince == null || now.isBefore(runningSince)
        ? before
        : before.plus(Duration.between(runningSince, now));
  }

  /** When the target is reached if nothing stops the clock; null while it stands still. */
  public @Nullable Instant dueAt(Duration target) {
    return runningSince == null
        ? null
        : runningSince.plus(target.minus(Duration.ofMillis(elapsedMillis)));
  }

  public Instant startedAt() {
    return startedAt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UrgencyClock clock
        && elapsedMillis == clock.elapsedMillis
        && Objects.equals(runningSince, clock.runningSince)
        && startedAt.equals(clock.startedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(elapsedMillis, runningSince, startedAt);
  }
}
