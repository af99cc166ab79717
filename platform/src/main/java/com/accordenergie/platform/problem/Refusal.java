package com.accordenergie.platform.problem;

/** Marks the messages that a deserializer of ours wrote for the client's eyes. */
public final class Refusal {

  static final String PREFIX = "refused: ";

  private Refusal() {}

  public static String because(String reason) {
    return PREFIX + reason;
  }
}
