package com.accordenergie.gateway.edge;

import com.accordenergie.gateway.upstream.EventStreams;
import com.accordenergie.gateway.upstream.Upstream;
import com.accordenergie.gateway.upstream.UpstreamProperties;
import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests as the gateway can hold; the next one hears 503 at once. Streams stay for
 * minutes and cost little: they are counted apart.
 */
final class AdmissionFilter extends OncePerRequestFilter {

  private final House requests;
  private final House streams;
  private final ProblemWriter problems;

  AdmissionFilter(UpstreamProperties properties, ProblemWriter problems) {
    this.requests = House.of(properties.inFlight(), properties.inFlightPerService());
    this.streams = House.of(properties.streams(), properties.streams());
    this.problems = problems;
  }

  /** A full house is not a dead one. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    House house = EventStreams.include(request) ? streams : requests;
    if (!house.places().tryAcquire()) {
      problems.write(
          response, Problems.unavailable("Too many requests are under way. Nothing was changed."));
      return;
    }
    var admission = new Admission(house.perService());
    admission.attachTo(request);
    try {
      chain.doFilter(request, response);
    } finally {
      admission.end();
      house.places().release();
    }
  }

  private record House(Semaphore places, Map<Upstream, Semaphore> perService) {

    static House of(int all, int perService) {
      return new House(new Semaphore(all), Admission.places(perService));
    }
  }
}
