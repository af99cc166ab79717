package com.accordenergie.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Numbers each request and writes one line about it. No query, no address, no name: the line must
 * be keepable without asking anybody.
 */
final class CorrelationFilter extends OncePerRequestFilter {

  private static final Logger access = LoggerFactory.getLogger("access");
  private static final String REQUEST_ID = "requestId";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Correlation correlation = Correlation.from(request);
    correlation.attachTo(request);
    response.setHeader(Correlation.REQUEST_ID, correlation.requestId());
    long start = System.nanoTime();
    try (var _ = MDC.putCloseable(REQUEST_ID, correlation.requestId())) {
      chain.doFilter(request, response);
    } finally {
      access.info(
          "{} {} {} {}ms {}",
          request.getMethod(),
          request.getRequestURI(),
          response.getStatus(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
          correlation.requestId());
    }
  }
}
