package com.accordenergie.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Remembers who has logged out here for as long as a copy of their cookie could still hold a good
 * access token. Where another instance was asked to, that copy lives until the token ends.
 */
@Component
class EndedSessions {

  private static final Duration LONGER_THAN_AN_ACCESS_TOKEN = Duration.ofMinutes(15);
  private static final int AT_MOST = 100_000;

  private final Cache<String, Boolean> ended =
      Caffeine.newBuilder()
          .expireAfterWrite(LONGER_THAN_AN_ACCESS_TOKEN)
          .maximumSize(AT_MOST)
          .build();

  void add(Session session) {
    ended.put(session.id(), true);
  }

  boolean include(Session session) {
    return ended.getIfPresent(session.id()) != null;
  }
}
