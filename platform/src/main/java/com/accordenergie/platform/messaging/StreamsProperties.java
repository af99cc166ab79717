package com.accordenergie.platform.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where on the broker a service keeps streams of its own.
 *
 * @param virtualHost which the service makes, if its account may
 * @param connections to it at a time, of everybody together
 */
@ConfigurationProperties("accord.streams")
record StreamsProperties(String virtualHost, @DefaultValue("1000") int connections) {}
