package com.accordenergie.auth.partner.messaging;

import com.accordenergie.auth.partner.Partner;
import com.accordenergie.auth.partner.PartnerState;
import com.accordenergie.auth.partner.Partners;
import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Projection;
import com.accordenergie.platform.messaging.Subscription;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What user-service tells of partners, as far as getting tokens is concerned. */
@Configuration(proxyBeanMethods = false)
class PartnerSubscription {

  private static final List<String> TELLING =
      List.of(
          "partner.created",
          "partner.updated",
          "partner.suspended",
          "partner.resumed",
          "partner.retired");

  @Bean
  Subscription followedPartners(Partners partners) {
    Consumer<Event<PartnerTold>> follow =
        event -> partners.follow(event.data().toPartner(), event.sequence());
    Subscription subscription = Subscription.to("auth-service.partners");
    TELLING.forEach(name -> subscription.on(EventType.v1(name), PartnerTold.class, follow));
    return subscription;
  }

  @Bean
  Projection partnersProjection(Partners partners) {
    return Projection.of(followedPartners(partners))
        .table("partner", List.of("id"), List.of("name", "state", "sequence"));
  }

  private record PartnerTold(UUID id, String name, PartnerState state) {

    Partner toPartner() {
      return new Partner(id, name, state);
    }
  }
}
