package com.accordenergie.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param clientId the gateway's name at auth-service
 * @param clientSecret shared with auth-service, and by all gateways: what is in a cookie is locked
 *     with keys drawn from it, so another secret means that everybody logs in again
 * @param lifetime of a login, however much it is used: as long as auth-service renews it
 * @param renewBefore an access token ends: it must outlive the request that it goes along with
 * @param attempt how long somebody may take at the login page
 */
@ConfigurationProperties("accord.gateway.session")
record SessionProperties(
    @DefaultValue("accord-web") String clientId,
    String clientSecret,
    @DefaultValue("12h") Duration lifetime,
    @DefaultValue("1m") Duration renewBefore,
    @DefaultValue("30m") Duration attempt) {

  private static final int SHORTEST_SECRET = 16;

  SessionProperties {
    if (clientSecret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "ACCORD_WEB_CLIENT_SECRET must have at least " + SHORTEST_SECRET + " characters");
    }
  }
}
