package com.accordenergie.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away what nobody will ask for any more, in bites that lock few rows for a short time. */
@Component
class TokenCleanUp {

  private static final Logger log = LoggerFactory.getLogger(TokenCleanUp.class);

  static final int BITE = 500;

  private static final int MOST_BITES = 200;

  /** A login that is under way has a grant but not yet the tokens that keep it. */
  private static final Duration YOUNG_GRANT = Duration.ofDays(1);

  private final TokenRows rows;
  private final Clock clock;

  TokenCleanUp(TokenRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
  void clean() {
    try {
      inBites(() -> rows.forgetTokens(clock.instant(), BITE));
      inBites(() -> rows.forgetGrants(clock.instant().minus(YOUNG_GRANT), BITE));
    } catch (DataAccessException later) {
      log.warn("Cleaning up tokens is put off: {}", later.toString());
    }
  }

  private static void inBites(IntSupplier delete) {
    for (int bite = 0; bite < MOST_BITES && delete.getAsInt() == BITE; bite++) {
      Thread.yield();
    }
  }
}
