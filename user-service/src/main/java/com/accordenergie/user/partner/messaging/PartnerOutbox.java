package com.accordenergie.user.partner.messaging;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.user.partner.PartnerEvents;
import com.accordenergie.user.partner.PartnerSnapshot;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Leaves what became of partners in the outbox. */
@Component
class PartnerOutbox implements PartnerEvents {

  private final Outbox outbox;

  PartnerOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void tell(Turn turn, PartnerSnapshot partner, Caller by) {
    outbox.append(
        EventType.v1("partner." + turn.name().toLowerCase(Locale.ROOT)),
        partner.id(),
        partner.id(),
        partner.version(),
        partner.changedAt(),
        PartnerTold.of(partner, by));
  }
}
