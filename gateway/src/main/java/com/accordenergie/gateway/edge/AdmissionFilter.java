package com.accordenergie.gateway.edge;

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

/** Lets in as many requests as the gateway can hold; the next one hears 503 at once. */
final class AdmissionFilter extends OncePerRequestFilter {

  private final Semaphore places;
  private final Map<Upstream, Semaphore> placesPerService;
  private final ProblemWriter problems;

  AdmissionFilter(UpstreamProperties properties, ProblemWriter problems) {
    this.places = new Semaphore(properties.inFlight());
    this.placesPerService = Admission.places(properties.inFlightPerService());
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
    if (!places.tryAcquire()) {
      problems.write(
          response, Problems.unavailable("Too many requests are under way. Nothing was changed."));
      return;
    }
    var admission = new Admission(placesPerService);
    admission.attachTo(request);
    try {
      chain.doFilter(request, response);
    } finally {
      admission.end();
      places.release();
    }
  }
}
