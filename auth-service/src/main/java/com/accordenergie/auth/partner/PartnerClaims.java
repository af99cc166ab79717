package com.accordenergie.auth.partner;

import com.accordenergie.platform.identity.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.stereotype.Component;

/**
 * What the access token of a partner says. It is read by our services and by the broker, which takes
 * the scope literally (RabbitMQ's OAuth 2.0 backend): to read the partner's own streams, nothing else.
 */
@Component
public class PartnerClaims {

  private static final String API = "accord-api";
  private static final String BROKER = "accord-rabbit";

  private final CredentialRows rows;
  private final PartnerProperties properties;
  private final Clock clock;

  PartnerClaims(CredentialRows rows, PartnerProperties properties, Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
  }

  /** Leaves the tokens of all others as they are. */
  public void customize(JwtEncodingContext context) {
    RegisteredClient client = context.getRegisteredClient();
    PartnerClients.partnerOf(client)
        .ifPresent(
            partner -> {
              context
                  .getClaims()
                  .subject(partner.toString())
                  .audience(plain(API, BROKER))
                  .claim("roles", plain(Role.PARTNER.name()))
                  .claim("scope", readingOwnStreams(partner));
              Instant now = clock.instant();
              rows.used(
                  UUID.fromString(client.getClientId()), now, now.plus(properties.accessToken()));
            });
  }

  private String readingOwnStreams(UUID partner) {
    String virtualHost = URLEncoder.encode(properties.virtualHost(), StandardCharsets.UTF_8);
    return "%s.read:%s/accord.partner.%s.*".formatted(BROKER, virtualHost, partner);
  }

  /** The framework's JSON takes plain collections only. */
  private static List<String> plain(String... values) {
    return new ArrayList<>(List.of(values));
  }
}
