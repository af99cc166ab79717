package com.accordenergie.gateway.edge;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/** One token bucket for each key. A forgotten bucket is a full one, so forgetting early is mild. */
final class RateLimit {

  private final LoadingCache<String, Bucket> buckets;

  RateLimit(RateLimitProperties.Rate rate, int remembered) {
    long secondsToFill = 1 + rate.burst() / Math.max(1, rate.perSecond());
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(remembered)
            .expireAfterAccess(Duration.ofSeconds(secondsToFill))
            .build(
                _ ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(rate.burst())
                                    .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
  }

  /** The refusal when the key has asked too often. */
  Optional<ProblemException> refuse(String key) {
    ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Optional.empty();
    }
    long seconds =
        Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + 999_999_999));
    return Optional.of(
        new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Wait a moment and try again.")
            .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
  }
}
