package com.accordenergie.user.partner.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How partners are served.
 *
 * @param broker what they are told of where the broker is
 * @param kept how long a stream keeps what it has told
 * @param size how much it keeps
 * @param waiting requests of the feed that wait for news, at one instance
 * @param waitingPerPartner of them, those of one partner
 * @param gauges partners whose lag is measured one by one; of the others it is the longest
 */
@ConfigurationProperties("accord.partners")
public record PartnerProperties(
    Broker broker,
    @DefaultValue("366d") Duration kept,
    @DefaultValue("5GB") DataSize size,
    @DefaultValue("200") int waiting,
    @DefaultValue("4") int waitingPerPartner,
    @DefaultValue("50") int gauges) {

  /**
   * @param host as partners reach it, which need not be the name that we use
   */
  public record Broker(
      @DefaultValue("localhost") String host,
      @DefaultValue("5672") int port,
      String virtualHost) {}
}
