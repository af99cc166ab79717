package com.accordenergie.intervention.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How live changes are told.
 *
 * @param heartbeat the longest silence of a stream
 * @param past what was told for this long is read again at start, for those who come from elsewhere
 * @param remembered how many events can be caught up with; whoever has missed more starts again
 * @param streamsPerPerson at one instance
 * @param streams at one instance
 */
@ConfigurationProperties("accord.live")
public record LiveProperties(
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("15m") Duration past,
    @DefaultValue("8192") int remembered,
    @DefaultValue("20") int streamsPerPerson,
    @DefaultValue("1200") int streams) {}
