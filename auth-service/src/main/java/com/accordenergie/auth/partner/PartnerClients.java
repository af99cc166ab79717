package com.accordenergie.auth.partner;

import com.accordenergie.auth.partner.CredentialRows.Usable;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The credentials of partners as the framework wants to see clients. One that opens nothing now is not
 * found at all, so that it gets the answer of one that never was.
 */
@Component
public class PartnerClients {

  private static final String PARTNER = "accord.partner";
  private static final String PUBLIC_KEY = "accord.public-key";

  private final CredentialRows rows;
  private final PartnerProperties properties;
  private final Clock clock;

  PartnerClients(CredentialRows rows, PartnerProperties properties, Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
  }

  public @Nullable RegisteredClient find(String clientId) {
    return id(clientId)
        .flatMap(id -> rows.usable(id, clock.instant()))
        .map(this::client)
        .orElse(null);
  }

  /** Whose client it is; empty for an application of our own. */
  static Optional<UUID> partnerOf(RegisteredClient client) {
    return Optional.ofNullable(client.getClientSettings().getSetting(PARTNER));
  }

  static PartnerKey keyOf(RegisteredClient client) {
    String kept = client.getClientSettings().getSetting(PUBLIC_KEY);
    if (kept == null) {
      throw new IllegalStateException("This client has a secret, no key");
    }
    return PartnerKey.read(kept);
  }

  private RegisteredClient client(Usable usable) {
    Credential credential = usable.credential();
    String clientId = credential.id().toString();
    RegisteredClient.Builder client =
        RegisteredClient.withId(clientId)
            .clientId(clientId)
            .clientIdIssuedAt(credential.createdAt())
            .clientName(usable.partnerName())
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .tokenSettings(
                TokenSettings.builder().accessTokenTimeToLive(properties.accessToken()).build());
    ClientSettings.Builder settings =
        ClientSettings.builder().setting(PARTNER, credential.partner());
    if (credential.publicKey() == null) {
      client
          .clientSecret(credential.secretHash())
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    } else {
      client.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
      settings
          .setting(PUBLIC_KEY, credential.publicKey())
          .tokenEndpointAuthenticationSigningAlgorithm(anyOf(credential.publicKey()));
    }
    return client.clientSettings(settings.build()).build();
  }

  /** All the framework reads from it is that the assertion is signed with a key pair. */
  private static SignatureAlgorithm anyOf(String publicKey) {
    return PartnerKey.read(publicKey).jwk() instanceof RSAKey
        ? SignatureAlgorithm.RS256
        : SignatureAlgorithm.ES256;
  }

  private static Optional<UUID> id(String clientId) {
    try {
      UUID id = UUID.fromString(clientId);
      return id.toString().equals(clientId) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
