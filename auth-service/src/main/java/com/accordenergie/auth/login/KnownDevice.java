package com.accordenergie.auth.login;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A browser in which people have logged in before. Whoever tries their name in it again is not
 * counted together with strangers who try that name elsewhere.
 *
 * @param visits the last of each name, the latest first
 */
public record KnownDevice(UUID id, List<Visit> visits) {

  public static final Duration REMEMBERED = Duration.ofDays(180);

  /** As many colleagues as share a desk. */
  private static final int NAMES = 8;

  public KnownDevice {
    visits = List.copyOf(visits);
  }

  /** When somebody logged in. */
  public record Visit(String name, Instant at) {

    public Visit {
      name = name.toLowerCase(Locale.ROOT);
    }

    boolean isOf(String username) {
      return name.equals(username.toLowerCase(Locale.ROOT));
    }
  }

  /** Whether this name has logged in here lately, and since then. */
  boolean knows(String username, Instant since, Instant now) {
    return visits.stream()
        .filter(visit -> visit.isOf(username))
        .map(Visit::at)
        .anyMatch(at -> !at.isBefore(since) && at.plus(REMEMBERED).isAfter(now));
  }

  /** The same device after somebody has logged in. */
  public KnownDevice after(Visit latest) {
    Stream<Visit> others = visits.stream().filter(visit -> !visit.isOf(latest.name()));
    return new KnownDevice(id, Stream.concat(Stream.of(latest), others).limit(NAMES).toList());
  }
}
