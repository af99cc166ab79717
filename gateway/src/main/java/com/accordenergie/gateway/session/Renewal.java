package com.accordenergie.gateway.session;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Renews access tokens, within the first request that comes shortly before one ends. All who come
 * with the same one, at the same time or a moment later because their browser had not got the new
 * cookie yet, share one renewal.
 */
@Component
class Renewal {

  private static final Duration LATE_COMERS = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int AT_MOST = 100_000;

  private final AuthService authService;
  private final Duration before;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AsyncCache<Old, Session> renewed =
      Caffeine.newBuilder().expireAfterWrite(LATE_COMERS).maximumSize(AT_MOST).buildAsync();

  Renewal(AuthService authService, SessionProperties properties, Clock clock) {
    this.authService = authService;
    this.before = properties.renewBefore();
    this.clock = clock;
  }

  /**
   * The session with an access token that is good for a while.
   *
   * @throws LoginRefusedException when the login has ended
   * @throws ProblemException when it cannot be renewed right now; the session stays as it is
   */
  Session current(Session known) {
    Instant now = clock.instant();
    if (now.isBefore(known.accessUntil().minus(before))) {
      return known;
    }
    try {
      return await(
          renewed.get(
              new Old(known.id(), known.accessUntil()),
              (old, executor) -> CompletableFuture.supplyAsync(() -> renew(known), threads)));
    } catch (ProblemException away) {
      if (now.isBefore(known.accessUntil())) {
        return known;
      }
      throw Problems.unavailable("The session cannot be renewed right now. Nothing was changed.");
    }
  }

  private Session renew(Session known) {
    return known.renewed(authService.renew(known.refreshToken()));
  }

  private static Session await(CompletableFuture<Session> renewal) {
    try {
      return renewal.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw Problems.unavailable("Renewing takes too long.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("The gateway is stopping.");
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }

  /** What a renewal takes the place of. */
  private record Old(String session, Instant accessUntil) {}
}
