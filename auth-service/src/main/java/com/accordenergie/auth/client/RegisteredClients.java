package com.accordenergie.auth.client;

import com.accordenergie.auth.partner.PartnerClients;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Every application that may ask for tokens: our own, and the credentials of partners, which come and
 * go while the suite runs.
 */
@Component
final class RegisteredClients implements RegisteredClientRepository {

  private final Map<String, RegisteredClient> ours;

  private final PartnerClients partners;

  RegisteredClients(FirstPartyClients firstParty, PartnerClients partners) {
    this.ours =
        firstParty.all().stream()
            .collect(Collectors.toUnmodifiableMap(RegisteredClient::getClientId, Function.identity()));
    this.partners = partners;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Applications are not registered through the protocol");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    RegisteredClient ourOwn = ours.get(clientId);
    return ourOwn == null ? partners.find(clientId) : ourOwn;
  }
}
