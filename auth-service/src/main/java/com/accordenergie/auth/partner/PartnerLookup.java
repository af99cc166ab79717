package com.accordenergie.auth.partner;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.problem.Problems;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Finds a partner whose first event may still be on its way: user-service is asked once, as the
 * caller, and what it says is kept as if the event had told it.
 */
@Service
class PartnerLookup {

  private static final Logger log = LoggerFactory.getLogger(PartnerLookup.class);

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
    ask(id).ifPresent(answer -> partners.follow(answer.partner(), answer.version()));
    return partners.find(id);
  }

  private Optional<Answer> ask(UUID id) {
    try {
      ResponseEntity<Body> answer =
          services
              .asCaller("user-service")
              .get()
              .uri("/api/v1/partners/{id}", id)
              .retrieve()
              .toEntity(Body.class);
      return Optional.ofNullable(answer.getBody())
          .map(body -> new Answer(body.toPartner(), versionOf(answer)));
    } catch (HttpClientErrorException.NotFound unknown) {
      return Optional.empty();
    } catch (RestClientException | IllegalStateException | NumberFormatException away) {
      log.warn("user-service could not be asked for a partner: {}", away.toString());
      throw Problems.unavailable("The partner could not be looked up. Please try again in a moment.");
    }
  }

  private static long versionOf(ResponseEntity<?> answer) {
    String tag = answer.getHeaders().getETag();
    if (tag == null) {
      throw new IllegalStateException("user-service answered without a version");
    }
    return Long.parseLong(tag.replace("\"", ""));
  }

  private record Answer(Partner partner, long version) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(UUID id, String name, PartnerState state) {

    Partner toPartner() {
      return new Partner(id, name, state);
    }
  }
}
