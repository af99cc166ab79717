package com.accordenergie.auth.account;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.identity.Role;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the account of somebody whose first event may still be on its way: user-service is asked
 * once, as the caller, and what it says is kept as if the event had told it.
 */
@Service
public class PersonLookup {

  private final Accounts accounts;
  private final Following following;
  private final ServiceClients services;

  PersonLookup(Accounts accounts, Following following, ServiceClients services) {
    this.accounts = accounts;
    this.following = following;
    this.services = services;
  }

  /**
   * Of whoever is not known, or has left and may have come back, user-service is asked. Empty when nobody
   * has that id; 503 when user-service cannot be asked.
   */
  public Optional<Account> find(UUID id) {
    Optional<Account> known = accounts.findById(id).filter(Account::isActive);
    if (known.isPresent()) {
      return known;
    }
    services
        .find("user-service", "/api/v1/users/{id}", Body.class, id)
        .ifPresent(answer -> following.follow(answer.value().toPerson(), answer.version()));
    return accounts.findById(id);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(
      UUID id,
      String username,
      String email,
      String displayName,
      Role role,
      @Nullable UUID clientId,
      boolean active) {

    Person toPerson() {
      return new Person(id, username, email, displayName, role, clientId, active);
    }
  }
}
