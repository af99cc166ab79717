package com.accordenergie.auth.partner;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away what serves nobody any more, a bite at a time. */
@Component
class PartnerCleanUp {

  /** So long the list shows a credential that has ended. */
  static final Duration MEMORY_OF_CREDENTIALS = Duration.ofDays(90);

  private static final Logger log = LoggerFactory.getLogger(PartnerCleanUp.class);
  private static final int BITE = 1000;

  private final AssertionRows assertions;
  private final CredentialRows credentials;
  private final Clock clock;

  PartnerCleanUp(AssertionRows assertions, CredentialRows credentials, Clock clock) {
    this.assertions = assertions;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT5M")
  void clean() {
    try {
      while (assertions.forget(clock.instant(), BITE) == BITE) {
        Thread.yield();
      }
      credentials.forget(clock.instant().minus(MEMORY_OF_CREDENTIALS), BITE);
    } catch (DataAccessException later) {
      log.warn("Cleaning up after partners is put off: {}", later.toString());
    }
  }
}
