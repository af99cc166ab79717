package com.accordenergie.gateway.edge;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts by person, once the token is known to be good: invented tokens cannot dodge it. */
final class CallerLimitFilter extends OncePerRequestFilter {

  private final RateLimit limit;
  private final ProblemWriter problems;

  CallerLimitFilter(RateLimitProperties limits, ProblemWriter problems) {
    this.limit = new RateLimit(limits.caller(), limits.remembered());
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Principal caller = request.getUserPrincipal();
    Optional<ProblemException> refusal =
        caller == null ? Optional.empty() : limit.refuse(caller.getName());
    if (refusal.isPresent()) {
      problems.write(response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }
}
