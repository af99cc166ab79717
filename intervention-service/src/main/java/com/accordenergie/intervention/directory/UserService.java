package com.accordenergie.intervention.directory;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks user-service about one record, as the caller would; 503 when it does not answer. */
@Component
class UserService {

  private static final Logger log = LoggerFactory.getLogger(UserService.class);

  private final RestClient users;

  UserService(ServiceClients services) {
    this.users = services.asCaller("user-service");
  }

  Optional<Versioned<Person>> person(UUID id) {
    return get("/api/v1/users/" + id, UserAnswer.class)
        .map(
            answer ->
                new Versioned<>(
                    new Person(
                        answer.id(),
                        answer.displayName(),
                        answer.role(),
                        answer.clientId(),
                        answer.active()),
                    answer.version()));
  }

  Optional<Versioned<Person>> technician(UUID id) {
    return get("/api/v1/technicians/" + id, TechnicianAnswer.class)
        .map(
            answer ->
                new Versioned<>(
                    new Person(
                        answer.id(), answer.displayName(), Role.TECHNICIAN, null, answer.active()),
                    answer.version()));
  }

  Optional<Versioned<Client>> client(UUID id) {
    return get("/api/v1/clients/" + id, ClientAnswer.class)
        .map(
            answer ->
                new Versioned<>(
                    new Client(answer.id(), answer.code(), answer.name(), answer.active()),
                    answer.version()));
  }

  Optional<Versioned<Site>> site(UUID client, UUID site) {
    return get("/api/v1/clients/" + client + "/sites/" + site, SiteAnswer.class)
        .map(answer -> new Versioned<>(answer.site(), answer.version()));
  }

  private <T> Optional<T> get(String path, Class<T> type) {
    try {
      return users
          .get()
          .uri(path)
          .exchangeForRequiredValue(
              (request, response) -> {
                HttpStatusCode status = response.getStatusCode();
                // Whoever may not ask knows of nobody.
                if (status.isSameCodeAs(HttpStatus.NOT_FOUND)
                    || status.isSameCodeAs(HttpStatus.FORBIDDEN)) {
                  return Optional.<T>empty();
                }
                if (!status.isSameCodeAs(HttpStatus.OK)) {
                  throw new RestClientException("answered " + status);
                }
                return Optional.ofNullable(response.bodyTo(type));
              });
    } catch (RestClientException | IllegalStateException away) {
      // IllegalStateException: the load balancer knows no instance.
      log.warn("user-service did not tell about {}: {}", path, away.toString());
      throw Problems.unavailable("The people cannot be looked up right now.");
    }
  }

  record Versioned<T>(T value, long version) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record UserAnswer(
      UUID id,
      String displayName,
      Role role,
      @Nullable UUID clientId,
      boolean active,
      long version) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TechnicianAnswer(UUID id, String displayName, boolean active, long version) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ClientAnswer(UUID id, String code, String name, boolean active, long version) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record SiteAnswer(
      UUID id,
      UUID clientId,
      String name,
      String addressLine,
      String postalCode,
      String city,
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String accessNotes,
      boolean active,
      long version) {

    Site site() {
      return new Site(
          id, clientId, name, addressLine, postalCode, city, contactName, contactPhone, accessNotes,
          active);
    }
  }
}
