package com.accordenergie.auth.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param webSecret shared with the gateway
 * @param accessToken how long an access token is believed; nobody can take it back before
 * @param webLogin how long the web client stays logged in: a day's work
 * @param mobileLogin how long the mobile app stays logged in without being used
 */
@ConfigurationProperties("accord.clients")
record ClientProperties(
    String webSecret,
    @DefaultValue("10m") Duration accessToken,
    @DefaultValue("12h") Duration webLogin,
    @DefaultValue("30d") Duration mobileLogin) {

  private static final Duration LONGEST_ACCESS_TOKEN = Duration.ofMinutes(10);
  private static final int SHORTEST_SECRET = 16;

  ClientProperties {
    if (webSecret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "ACCORD_WEB_CLIENT_SECRET must have at least " + SHORTEST_SECRET + " characters");
    }
    if (accessToken.compareTo(LONGEST_ACCESS_TOKEN) > 0) {
      throw new IllegalArgumentException("An access token lives ten minutes at most");
    }
  }
}
