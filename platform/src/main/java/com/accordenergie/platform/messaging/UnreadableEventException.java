package com.accordenergie.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A message that no retry will make readable. Handlers may throw it for data that make no sense. */
public final class UnreadableEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
