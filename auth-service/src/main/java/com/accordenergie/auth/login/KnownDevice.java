package com.accordenergie.auth.login;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A browser in which people have logged in before. Whoever tries their name in it again is not
 * counted together with strangers who try that name elsewhere.
 *
 * @param names who logged in, the latest first
 */
public record KnownDevice(UUID id, List<String> names) {

  /** As many colleagues as share a desk. */
  private static final int NAMES = 8;

  public KnownDevice {
    names = List.copyOf(names);
  }

  boolean knows(String username) {
    return names.contains(same(username));
  }

  /** The same device after somebody has logged in. */
  public KnownDevice after(String username) {
    String latest = same(username);
    return new KnownDevice(
        id,
        Stream.concat(Stream.of(latest), names.stream().filter(name -> !name.equals(latest)))
            .limit(NAMES)
            .toList());
  }

  private static String same(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
