package com.accordenergie.user.partner.stream;

import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.stream.translation.PublicEvent;

/**
 * Where a partner's events go.
 *
 * @param doneTo the entry of the log up to which the stream has them already
 */
record Route(PartnerSnapshot partner, PartnerStream stream, long doneTo) {

  boolean takes(long offset, PublicEvent event) {
    return offset > doneTo && partner.mayRead(event.type(), event.clientId());
  }

  Route entitledAs(PartnerSnapshot changed) {
    return new Route(changed, stream, doneTo);
  }
}
