package com.accordenergie.gateway.upstream;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every wait for a service has a bound, and so has the number of those who wait.
 *
 * @param connect for a connection to an instance
 * @param read for the answer to a request that changes nothing
 * @param document for the answer to a request for what is made up first, as paper is
 * @param documents the paths of such requests
 * @param feed for the answer to a request that may wait for news
 * @param feeds the paths of such requests
 * @param write for the answer to any other request
 * @param upload for the answer to a request that brings a file, which may have to wait for its turn
 * @param silence between two words of a stream, which is longer than two heartbeats of the service
 * @param pool for a free connection to an instance
 * @param connectionsPerInstance the HTTP client's own default is 5, which one slow service exhausts
 * @param connections to all instances of all services
 * @param inFlightPerService requests that one service may hold; beyond it the answer is 503 at once
 * @param inFlight requests that the gateway holds at all
 * @param streams of live changes, which are counted apart from all other requests
 * @param quarantine how long an instance that refused a connection is asked last
 */
@ConfigurationProperties("accord.gateway.upstream")
public record UpstreamProperties(
    @DefaultValue("500ms") Duration connect,
    @DefaultValue("2s") Duration read,
    @DefaultValue("10s") Duration document,
    @DefaultValue({}) List<String> documents,
    @DefaultValue("35s") Duration feed,
    @DefaultValue({}) List<String> feeds,
    @DefaultValue("5s") Duration write,
    @DefaultValue("35s") Duration upload,
    @DefaultValue("40s") Duration silence,
    @DefaultValue("250ms") Duration pool,
    @DefaultValue("500") int connectionsPerInstance,
    @DefaultValue("1000") int connections,
    @DefaultValue("500") int inFlightPerService,
    @DefaultValue("1000") int inFlight,
    @DefaultValue("300") int streams,
    @DefaultValue("10s") Duration quarantine) {}
