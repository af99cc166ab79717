package com.accordenergie.platform.messaging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event in one version of its data.
 *
 * @param name what happened, which is the routing key too: {@code intervention.created}
 * @param version of the data's schema; a breaking change makes a new one
 */
public record EventType(String name, int version) {

  private static final String PREFIX = "com.accordenergie.";
  private static final Pattern TYPE =
      Pattern.compile(Pattern.quote(PREFIX) + "([a-z.-]+)\\.v([0-9]{1,4})");

  public static EventType v1(String name) {
    return new EventType(name, 1);
  }

  /** Reads the CloudEvents attribute {@code type}; null when it is not one of ours. */
  static @Nullable EventType read(String type) {
    Matcher parts = TYPE.matcher(type);
    return parts.matches()
        ? new EventType(parts.group(1), Integer.parseInt(parts.group(2)))
        : null;
  }

  /** The CloudEvents attribute {@code type}. */
  public String type() {
    return PREFIX + name + ".v" + version;
  }

  /** The CloudEvents attribute {@code dataschema}. */
  public String schema() {
    return "urn:accord:schema:" + name + ".v" + version;
  }
}
