package com.accordenergie.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;

/**
 * Who can answer, in the order in which to ask: each instance is first in turn, and one that has
 * just refused or broken a connection comes last. Discovery needs some seconds to notice a dead instance;
 * this needs one request.
 */
@Component
class Instances {

  private final DiscoveryClient discovery;
  private final Cache<URI, Boolean> quarantine;
  private final Map<Upstream, AtomicInteger> turns = new EnumMap<>(Upstream.class);

  Instances(DiscoveryClient discovery, UpstreamProperties properties) {
    this.discovery = discovery;
    this.quarantine =
        Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(properties.quarantine())
            .build();
    for (Upstream upstream : Upstream.values()) {
      turns.put(upstream, new AtomicInteger());
    }
  }

  List<URI> of(Upstream upstream) {
    List<URI> known =
        discovery.getInstances(upstream.serviceName()).stream()
            .map(ServiceInstance::getUri)
            .sorted()
            .distinct()
            .toList();
    if (known.size() < 2) {
      return known;
    }
    int turn = Math.floorMod(turns.get(upstream).getAndIncrement(), known.size());
    List<URI> ordered = new ArrayList<>(known.subList(turn, known.size()));
    ordered.addAll(known.subList(0, turn));
    ordered.sort(Comparator.comparing(this::refusedLately));
    return ordered;
  }

  void refused(URI instance) {
    quarantine.put(instance, true);
  }

  private boolean refusedLately(URI instance) {
    return quarantine.getIfPresent(instance) != null;
  }
}
