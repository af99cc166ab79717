package com.accordenergie.user.partner.stream;

import com.accordenergie.user.partner.Rights;
import com.accordenergie.user.partner.stream.translation.PublicEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner's events go.
 *
 * @param doneTo the entry of the log up to which the stream has them already; null before anybody has
 *     looked
 */
record Route(Rights rights, PartnerStream stream, @Nullable Long doneTo) {

  boolean covers(PublicEvent event) {
    return rights.cover(event.type(), event.clientId());
  }

  Route entitledTo(Rights changed) {
    return new Route(changed, stream, doneTo);
  }

  Route doneTo(long offset) {
    return new Route(rights, stream, offset);
  }
}
