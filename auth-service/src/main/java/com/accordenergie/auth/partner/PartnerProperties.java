package com.accordenergie.auth.partner;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param virtualHost where on the broker the streams of partners are
 * @param management the broker's management API, by which connections are ended
 * @param accessToken how long a token is believed: a partner that is suspended is cut off that much later
 */
@ConfigurationProperties("accord.partners")
record PartnerProperties(
    String virtualHost, URI management, @DefaultValue("50s") Duration accessToken) {

  private static final Duration LONGEST = Duration.ofSeconds(50);

  PartnerProperties {
    if (accessToken.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A partner is cut off within a minute: 50 seconds at most");
    }
  }
}
