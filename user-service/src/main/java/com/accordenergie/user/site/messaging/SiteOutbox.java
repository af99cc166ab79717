package com.accordenergie.user.site.messaging;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.user.site.SiteEvents;
import com.accordenergie.user.site.SiteSnapshot;
import org.springframework.stereotype.Component;

/** Leaves what became of sites in the outbox. */
@Component
class SiteOutbox implements SiteEvents {

  private static final EventType CREATED = EventType.v1("site.created");
  private static final EventType UPDATED = EventType.v1("site.updated");
  private static final EventType RETIRED = EventType.v1("site.retired");

  private final Outbox outbox;

  SiteOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void created(SiteSnapshot site) {
    tell(CREATED, site);
  }

  @Override
  public void updated(SiteSnapshot site) {
    tell(UPDATED, site);
  }

  @Override
  public void retired(SiteSnapshot site) {
    tell(RETIRED, site);
  }

  private void tell(EventType type, SiteSnapshot site) {
    outbox.append(
        type,
        site.id(),
        site.id(),
        site.version(),
        site.changedAt(),
        SiteTold.of(site));
  }
}
