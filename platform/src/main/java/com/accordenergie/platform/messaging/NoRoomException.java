package com.accordenergie.platform.messaging;

/** So much of a queue is held already that the next message has to stay in it. */
final class NoRoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoRoomException(String queue) {
    super("too much of " + queue + " is held already");
  }
}
