package com.accordenergie.user.partner.stream;

import com.accordenergie.user.partner.Rights;
import com.accordenergie.user.partner.stream.translation.PublicEvent;

/**
 * Where a partner's events go.
 *
 * @param doneTo the entry of the log up to which the stream has them already
 */
record Route(Rights rights, PartnerStream stream, long doneTo) {

  boolean takes(long offset, PublicEvent event) {
    return offset > doneTo && rights.cover(event.type(), event.clientId());
  }

  Route entitledTo(Rights changed) {
    return new Route(changed, stream, doneTo);
  }
}
