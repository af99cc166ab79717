package com.accordenergie.user.partner.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How webhooks are called.
 *
 * @param allow CIDRs of receivers that may be called although they are inside
 * @param plainHttp whether a receiver may be called without TLS
 * @param perPartner how many webhooks a partner has at most
 * @param backlog how many deliveries of one webhook wait at most; the stream keeps the others
 * @param atOnce how many are sent to one webhook at the same time, by all instances
 * @param slowAtOnce the same for one that is slow, or does not answer, by this instance
 * @param inAll how many this instance sends at the same time to those that answer at once; and as many
 *     to those that do not
 * @param slow beyond this an answer is slow
 * @param timeout for connecting and the answer together
 * @param claim for how long a delivery is an instance's own
 * @param retries how long to wait after each attempt; the last one over and over
 * @param giveUp how long after the first attempt the last one is
 * @param longestWait how long a receiver may ask to be left alone
 * @param deliveredKept how long is shown what was delivered
 * @param failedKept how long is shown, and can be replayed, what was given up
 */
@ConfigurationProperties("accord.webhooks")
public record WebhookProperties(
    @DefaultValue List<String> allow,
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("5") int perPartner,
    @DefaultValue("1000") int backlog,
    @DefaultValue("8") int atOnce,
    @DefaultValue("2") int slowAtOnce,
    @DefaultValue("128") int inAll,
    @DefaultValue("1s") Duration slow,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("30s") Duration claim,
    @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "2h", "4h"}) List<Duration> retries,
    @DefaultValue("3d") Duration giveUp,
    @DefaultValue("4h") Duration longestWait,
    @DefaultValue("30d") Duration deliveredKept,
    @DefaultValue("90d") Duration failedKept) {

  /** An answer as large as this is read to its end, so that the connection can be used again. */
  public static final DataSize MOST_OF_AN_ANSWER = DataSize.ofKilobytes(4);
}
