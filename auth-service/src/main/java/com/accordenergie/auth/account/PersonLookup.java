package com.accordenergie.auth.account;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Finds the account of somebody whose first event may still be on its way: user-service is asked
 * once, as the caller, and what it says is kept as if the event had told it.
 */
@Service
public class PersonLookup {

  private static final Logger log = LoggerFactory.getLogger(PersonLookup.class);

  private final Accounts accounts;
  private final Following following;
  private final ServiceClients services;

  PersonLookup(Accounts accounts, Following following, ServiceClients services) {
    this.accounts = accounts;
    this.following = following;
    this.services = services;
  }

  /** Empty when nobody has that id; 503 when user-service cannot be asked. */
  public Optional<Account> find(UUID id) {
    Optional<Account> known = accounts.findById(id);
    if (known.isPresent()) {
      return known;
    }
    ask(id).ifPresent(answer -> following.follow(answer.person(), answer.version()));
    return accounts.findById(id);
  }

  private Optional<Answer> ask(UUID id) {
    try {
      ResponseEntity<Body> answer =
          services
              .asCaller("user-service")
              .get()
              .uri("/api/v1/users/{id}", id)
              .retrieve()
              .toEntity(Body.class);
      return Optional.ofNullable(answer.getBody())
          .map(body -> new Answer(body.toPerson(), versionOf(answer)));
    } catch (HttpClientErrorException.NotFound unknown) {
      return Optional.empty();
    } catch (RestClientException | IllegalStateException | NumberFormatException away) {
      log.warn("user-service could not be asked for a person: {}", away.toString());
      throw Problems.unavailable("The person could not be looked up. Please try again in a moment.");
    }
  }

  private static long versionOf(ResponseEntity<?> answer) {
    String tag = answer.getHeaders().getETag();
    if (tag == null) {
      throw new IllegalStateException("user-service answered without a version");
    }
    return Long.parseLong(tag.replace("\"", ""));
  }

  private record Answer(Person person, long version) {}

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
