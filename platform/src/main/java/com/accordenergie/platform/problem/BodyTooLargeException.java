package com.accordenergie.platform.problem;

import java.io.IOException;

/** The body went past the limit while it was read. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long limit;

  public BodyTooLargeException(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  /** The bytes that are read at most. */
  public long limit() {
    return limit;
  }
}
