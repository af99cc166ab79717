package com.accordenergie.platform.messaging;

/**
 * A kind of event in one version of its data.
 *
 * @param name what happened, which is the routing key too: {@code intervention.created}
 * @param version of the data's schema; a breaking change makes a new one
 */
public record EventType(String name, int version) {

  private static final String PREFIX = "com.accordenergie.";

  public static EventType v1(String name) {
    return new EventType(name, 1);
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
