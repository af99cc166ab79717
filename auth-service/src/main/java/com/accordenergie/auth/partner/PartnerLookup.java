package com.accordenergie.auth.partner;

import com.accordenergie.platform.http.ServiceClients;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Finds a partner whose first event may still be on its way: user-service is asked once, as the
 * caller, and what it says is kept as if the event had told it.
 */
@Service
class PartnerLookup {

  private final Partners partners;
  private final ServiceClients services;

  PartnerLookup(Partners partners, ServiceClients services) {
    this.partners = partners;
    this.services = services;
  }

  /** Empty when no partner has that id; 503 when user-service cannot be asked. */
  Optional<Partner> find(UUID id) {
    Optional<Partner> known = partners.find(id);
    if (known.isPresent()) {
      return known;
    }
    services
        .find("user-service", "/api/v1/partners/{id}", Body.class, id)
        .ifPresent(answer -> partners.follow(answer.value().toPartner(), answer.version()));
    return partners.find(id);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(UUID id, String name, PartnerState state) {

    Partner toPartner() {
      return new Partner(id, name, state);
    }
  }
}
