package com.accordenergie.comment;

import com.accordenergie.platform.http.ServiceClients;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the intervention-service for one intervention, as the caller would. */
@Component
class InterventionLookup {

  private final ServiceClients services;

  InterventionLookup(ServiceClients services) {
    this.services = services;
  }

  /** Empty when the caller may not see it; 503 when no answer can be had. */
  Optional<Found> ask(UUID id) {
    return services
        .find("intervention-service", "/api/v1/interventions/{id}", Answer.class, id)
        .map(answer -> answer.value().asOf(answer.version()));
  }

  /**
   * @param whole a copy to keep; null when the caller, a client, is not told who handles it
   */
  record Found(UUID id, @Nullable Intervention whole) {}

  /** The members that are read here. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(
      UUID id,
      String reference,
      UUID clientId,
      Status status,
      Instant createdAt,
      @Nullable UUID ownerId,
      @Nullable UUID technicianId) {

    Found asOf(long version) {
      if (ownerId == null) {
        return new Found(id, null);
      }
      return new Found(
          id,
          new Intervention(
              id, reference, clientId, ownerId, technicianId, status.code(), createdAt, version));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Status(String code) {}
}
