package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.StreamTurn;
import com.accordenergie.platform.messaging.TakingTurns;

/** Writes the partners' streams whenever it is this instance's turn; one of all instances has it. */
final class PartnerRouter extends TakingTurns {

  private final Routing.Tools tools;

  PartnerRouter(Routing.Tools tools) {
    super("partner-router", "accord.partners.router", tools.streams());
    this.tools = tools;
  }

  @Override
  protected void work(StreamTurn turn) throws Exception {
    try (Routing routing = new Routing(turn, tools)) {
      routing.run(this::isRunning);
    }
  }
}
