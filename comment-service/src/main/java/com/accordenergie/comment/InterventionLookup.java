package com.accordenergie.comment;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.problem.Problems;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Asks the intervention-service for one intervention, as the caller would. */
@Component
class InterventionLookup {

  private static final Logger log = LoggerFactory.getLogger(InterventionLookup.class);

  private final RestClient interventions;

  InterventionLookup(ServiceClients services) {
    this.interventions = services.asCaller("intervention-service");
  }

  /** Empty when the caller may not see it; 503 when no answer can be had. */
  Optional<Found> ask(UUID id) {
    try {
      return interventions
          .get()
          .uri("/api/v1/interventions/{id}", id)
          .exchangeForRequiredValue((request, response) -> read(response));
    } catch (RestClientException | IllegalStateException away) {
      // IllegalStateException: the load balancer knows no instance.
      log.warn("intervention-service did not tell about {}: {}", id, away.toString());
      throw Problems.unavailable("The intervention cannot be looked up right now.");
    }
  }

  private static Optional<Found> read(ConvertibleClientHttpResponse response) throws IOException {
    HttpStatusCode status = response.getStatusCode();
    if (status.isSameCodeAs(HttpStatus.NOT_FOUND) || status.isSameCodeAs(HttpStatus.FORBIDDEN)) {
      return Optional.empty();
    }
    if (!status.isSameCodeAs(HttpStatus.OK)) {
      throw new RestClientException("answered " + status);
    }
    Answer answer = response.bodyTo(Answer.class);
    String version = response.getHeaders().getETag();
    if (answer == null || version == null || !version.matches("\"\\d{1,18}\"")) {
      throw new RestClientException("answered without a body or a version");
    }
    return Optional.of(answer.asOf(Long.parseLong(version, 1, version.length() - 1, 10)));
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
