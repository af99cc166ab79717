package com.accordenergie.platform.messaging;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that one instance does at a time: each asks for the turn once a second until it has it. */
public abstract class TakingTurns extends Background {

  private static final Logger log = LoggerFactory.getLogger(TakingTurns.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final String name;
  private final String turn;
  private final Streams streams;

  /**
   * @param name of the thread
   * @param turn the exclusive queue that stands for it on the broker
   */
  protected TakingTurns(String name, String turn, Streams streams) {
    super(name, ENDING);
    this.name = name;
    this.turn = turn;
    this.streams = streams;
  }

  /** Returns or fails when the turn is lost, or when {@link #isRunning} says no. */
  protected abstract void work(StreamTurn turn) throws Exception;

  @Override
  protected final void run() {
    while (isRunning()) {
      try {
        takeTurn();
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void takeTurn() throws InterruptedException {
    try {
      Optional<StreamTurn> taken = streams.take(turn);
      if (taken.isPresent()) {
        try (StreamTurn held = taken.get()) {
          work(held);
        }
      }
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception failed) {
      log.warn("{} has to wait: {}", name, failed.toString());
    }
  }
}
