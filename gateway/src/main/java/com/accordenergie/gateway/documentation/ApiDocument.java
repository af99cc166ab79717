package com.accordenergie.gateway.documentation;

import com.accordenergie.gateway.upstream.Upstream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one document, kept for a while; a part that is missing is asked for again soon. */
@Component
class ApiDocument {

  private static final Duration WHOLE = Duration.ofMinutes(1);
  private static final Duration IN_PART = Duration.ofSeconds(5);

  private final ServiceDocuments services;
  private final MergedDocument merged;
  private final JsonMapper json;
  private final Clock clock;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable Copy copy;

  ApiDocument(
      ServiceDocuments services, MergedDocument merged, JsonMapper json, Clock clock) {
    this.services = services;
    this.merged = merged;
    this.json = json;
    this.clock = clock;
  }

  /** Whoever comes while it is fetched waits for that fetch, which is bounded. */
  byte[] bytes() {
    Copy known = copy;
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.bytes();
    }
    refreshing.lock();
    try {
      known = copy;
      if (known == null || !clock.instant().isBefore(known.until())) {
        known = fetch();
        copy = known;
      }
      return known.bytes();
    } finally {
      refreshing.unlock();
    }
  }

  private Copy fetch() {
    Map<Upstream, ObjectNode> documents = services.fetch();
    boolean whole = documents.size() == Upstream.values().length;
    byte[] bytes = json.writeValueAsBytes(merged.of(documents));
    return new Copy(bytes, clock.instant().plus(whole ? WHOLE : IN_PART));
  }

  private record Copy(byte[] bytes, Instant until) {}
}
