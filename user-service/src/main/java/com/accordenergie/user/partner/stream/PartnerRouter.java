package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.Background;
import com.accordenergie.platform.messaging.StreamTurn;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the partners' streams whenever it is this instance's turn; one of all instances has it. */
final class PartnerRouter extends Background {

  private static final Logger log = LoggerFactory.getLogger(PartnerRouter.class);
  private static final String TURN = "accord.partners.router";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Routing.Tools tools;

  PartnerRouter(Routing.Tools tools) {
    super("partner-router", Duration.ofSeconds(5));
    this.tools = tools;
  }

  @Override
  protected void run() {
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
      Optional<StreamTurn> taken = tools.streams().take(TURN);
      if (taken.isPresent()) {
        try (StreamTurn turn = taken.get();
            Routing routing = new Routing(turn, tools)) {
          routing.run(this::isRunning);
        }
      }
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception failed) {
      log.warn("Partners have to wait for their events: {}", failed.toString());
    }
  }
}
