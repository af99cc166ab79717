package com.accordenergie.gateway.edge;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts by address, before anything is spent on a request. Guessing passwords and tokens has a
 * count of its own.
 */
final class AddressLimitFilter extends OncePerRequestFilter {

  private static final Set<String> SIGN_IN =
      Set.of("/login", "/activate", "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke");

  private final RateLimit all;
  private final RateLimit signIn;
  private final ClientAddress addresses;
  private final ProblemWriter problems;

  AddressLimitFilter(
      RateLimitProperties limits, ClientAddress addresses, ProblemWriter problems) {
    this.all = new RateLimit(limits.address(), limits.remembered());
    this.signIn = new RateLimit(limits.signIn(), limits.remembered());
    this.addresses = addresses;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = addresses.of(request);
    Optional<ProblemException> refusal = all.refuse(address);
    if (refusal.isEmpty() && isSignIn(request)) {
      refusal = signIn.refuse(address);
    }
    if (refusal.isPresent()) {
      problems.write(response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isSignIn(HttpServletRequest request) {
    return request.getMethod().equals("POST") && SIGN_IN.contains(request.getRequestURI());
  }
}
