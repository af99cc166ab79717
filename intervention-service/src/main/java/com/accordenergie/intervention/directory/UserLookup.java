package com.accordenergie.intervention.directory;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.http.Versioned;
import com.accordenergie.platform.identity.Role;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks user-service about one record, as the caller would; 503 when it does not answer. */
@Component
class UserLookup {

  private final ServiceClients services;

  UserLookup(ServiceClients services) {
    this.services = services;
  }

  Optional<Versioned<Person>> person(UUID id) {
    return find("/api/v1/users/{id}", UserAnswer.class, UserAnswer::person, id);
  }

  Optional<Versioned<Person>> technician(UUID id) {
    return find("/api/v1/technicians/{id}", TechnicianAnswer.class, TechnicianAnswer::person, id);
  }

  Optional<Versioned<Client>> client(UUID id) {
    return find("/api/v1/clients/{id}", ClientAnswer.class, ClientAnswer::client, id);
  }

  Optional<Versioned<Site>> site(UUID client, UUID site) {
    return find(
        "/api/v1/clients/{client}/sites/{id}", SiteAnswer.class, SiteAnswer::site, client, site);
  }

  private <A, T> Optional<Versioned<T>> find(
      String path, Class<A> type, Function<A, T> reading, UUID... ids) {
    return services
        .find("user-service", path, type, ids)
        .map(answer -> new Versioned<>(reading.apply(answer.value()), answer.version()));
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record UserAnswer(
      UUID id, String displayName, Role role, @Nullable UUID clientId, boolean active) {

    Person person() {
      return new Person(id, displayName, role, clientId, active);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TechnicianAnswer(UUID id, String displayName, boolean active) {

    Person person() {
      return new Person(id, displayName, Role.TECHNICIAN, null, active);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ClientAnswer(UUID id, String code, String name, boolean active) {

    Client client() {
      return new Client(id, code, name, active);
    }
  }

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
      boolean active) {

    Site site() {
      return new Site(
          id, clientId, name, addressLine, postalCode, city, contactName, contactPhone, accessNotes,
          active);
    }
  }
}
