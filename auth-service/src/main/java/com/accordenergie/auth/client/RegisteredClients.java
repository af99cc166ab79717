package com.accordenergie.auth.client;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Every application that may ask for tokens. Partners, which come and go while the suite runs, are
 * to be looked up here after our own.
 */
@Component
final class RegisteredClients implements RegisteredClientRepository {

  private final Map<String, RegisteredClient> ours;

  RegisteredClients(FirstPartyClients firstParty) {
    this.ours =
        firstParty.all().stream()
            .collect(Collectors.toUnmodifiableMap(RegisteredClient::getClientId, Function.identity()));
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Our own applications come from the configuration");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return ours.get(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return ours.get(clientId);
  }
}
