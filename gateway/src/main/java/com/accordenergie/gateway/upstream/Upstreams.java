package com.accordenergie.gateway.upstream;

import com.accordenergie.platform.problem.BodyTooLargeException;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Finds an instance that answers. Those that cannot be reached are passed over; a second one is asked at
 * most, and only where a repetition can do no harm. Nobody else in the suite asks again what may have
 * been asked already, but for a connection between services that breaks: platform's
 * {@code StaleConnectionRetry}.
 */
@Component
public class Upstreams {

  private static final Logger log = LoggerFactory.getLogger(Upstreams.class);
  private static final int TRIES = 2;

  private final Instances instances;

  Upstreams(Instances instances) {
    this.instances = instances;
  }

  /**
   * Asks one instance after the other.
   *
   * @param exchange one try; fails with an {@link UncheckedIOException}
   * @throws ProblemException when none has answered
   */
  public <T> T ask(Upstream upstream, HttpMethod method, Function<URI, T> exchange) {
    List<URI> candidates = instances.of(upstream);
    int tries = 0;
    for (URI instance : candidates) {
      try {
        return exchange.apply(instance);
      } catch (UncheckedIOException failed) {
        if (failed.getCause() instanceof IncomingBody.Failed body) {
          throw refusalOf(body);
        }
        UpstreamFailure failure = UpstreamFailure.of(failed.getCause());
        if (failure.castsDoubt()) {
          instances.refused(instance);
        }
        log.warn(
            "{} at {} failed: {} ({})",
            upstream.serviceName(),
            instance.getAuthority(),
            failure,
            failed.getCause().toString());
        if (failure.mayHaveBeenCarriedOut()) {
          tries++;
        }
        if (!failure.allowsAnotherTry(method)
            || tries == TRIES
            || instance.equals(candidates.getLast())) {
          throw failure.problem(method);
        }
      }
    }
    throw Problems.unavailable("No instance can answer right now. Nothing was changed.");
  }

  private static ProblemException refusalOf(IncomingBody.Failed body) {
    return body.getCause() instanceof BodyTooLargeException tooLarge
        ? Problems.tooLarge(tooLarge.limit())
        : Problems.malformed("#", "The body did not arrive whole.");
  }
}
