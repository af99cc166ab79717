package com.accordenergie.auth.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param virtualHost where on the broker the streams of partners are
 * @param accessToken how long a token is believed: a partner that is suspended is cut off that much later
 * @param connections to the broker with one credential at a time
 */
@ConfigurationProperties("accord.partners")
record PartnerProperties(
    String virtualHost,
    @DefaultValue("50s") Duration accessToken,
    @DefaultValue("10") int connections) {

  private static final Duration LONGEST = Duration.ofSeconds(50);

  PartnerProperties {
    if (accessToken.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A partner is cut off within a minute: 50 seconds at most");
    }
  }
}
