package com.accordenergie.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask, for each instance of the gateway.
 *
 * @param address all requests from one address: an office behind one line, so generous
 * @param caller API requests of one person, whatever the address
 * @param signIn attempts to log in or to get a token from one address; 20 a second is a third of
 *     what two cores can hash
 * @param remembered how many addresses and callers are kept in mind
 */
@ConfigurationProperties("accord.gateway.limits")
record RateLimitProperties(
    @DefaultValue Address address,
    @DefaultValue Caller caller,
    @DefaultValue SignIn signIn,
    @DefaultValue("100000") int remembered) {

  /** What may come at once, and what comes back each second. */
  interface Rate {
    int burst();

    int perSecond();
  }

  record Address(@DefaultValue("20000") int burst, @DefaultValue("10000") int perSecond)
      implements Rate {}

  record Caller(@DefaultValue("10000") int burst, @DefaultValue("5000") int perSecond)
      implements Rate {}

  record SignIn(@DefaultValue("300") int burst, @DefaultValue("20") int perSecond)
      implements Rate {}
}
