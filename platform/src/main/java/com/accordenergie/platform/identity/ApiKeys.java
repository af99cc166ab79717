package com.accordenergie.platform.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that access tokens are signed with: cached, and kept while auth-service is away. A key
 * that is not known is asked for, twice in ten seconds at most, and then taken for none: keys are
 * published long before they sign. Before there was any answer, nobody can tell.
 */
final class ApiKeys implements JWKSource<SecurityContext>, Closeable {

  private final Watched published;
  private final JWKSource<SecurityContext> cached;

  ApiKeys(JWKSetSource<SecurityContext> published) {
    this.published = new Watched(published);
    this.cached =
        JWKSourceBuilder.create(this.published)
            .cache(Duration.ofMinutes(10).toMillis(), Duration.ofSeconds(5).toMillis())
            .refreshAheadCache(Duration.ofMinutes(1).toMillis(), true)
            .rateLimited(Duration.ofSeconds(10).toMillis())
            .outageTolerant(Duration.ofHours(12).toMillis())
            .build();
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return cached.get(selector, context);
    } catch (RateLimitReachedException justAsked) {
      if (published.hasAnswered) {
        return List.of();
      }
      throw justAsked;
    }
  }

  /** Keys are looked for ahead of time, on a thread that ends here. */
  @Override
  public void close() throws IOException {
    if (cached instanceof Closeable closeable) {
      closeable.close();
    }
  }

  private static final class Watched extends JWKSetSourceWrapper<SecurityContext> {

    private volatile boolean hasAnswered;

    private Watched(JWKSetSource<SecurityContext> source) {
      super(source);
    }

    @Override
    public JWKSet getJWKSet(
        JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
        throws KeySourceException {
      JWKSet keys = getSource().getJWKSet(refresh, now, context);
      hasAnswered = true;
      return keys;
    }
  }
}
