package com.accordenergie.platform.web;

/** A version as the world sees it. */
public final class ETags {

  private ETags() {}

  /** The strong entity tag of a version: {@code "3"}, quotes included. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }
}
