package com.accordenergie.gateway.edge;

import com.accordenergie.gateway.upstream.UpstreamProperties;
import com.accordenergie.platform.problem.ProblemWriter;
import jakarta.servlet.Filter;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The order in which a request passes the gate: numbered, counted, bounded, known, counted again. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;
  /** Spring Security's chain stands at -100. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  FilterRegistrationBean<CorrelationFilter> correlation() {
    return at(FIRST, new CorrelationFilter());
  }

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> securityHeaders(
      @Value("${accord.issuer}") URI issuer) {
    return at(FIRST + 1, new SecurityHeadersFilter(issuer.getScheme().equals("https")));
  }

  @Bean
  FilterRegistrationBean<AdmissionFilter> admission(
      UpstreamProperties upstream, ProblemWriter problems) {
    return at(FIRST + 2, new AdmissionFilter(upstream, problems));
  }

  @Bean
  FilterRegistrationBean<AddressLimitFilter> addressLimit(
      RateLimitProperties limits, ClientAddress addresses, ProblemWriter problems) {
    return at(FIRST + 3, new AddressLimitFilter(limits, addresses, problems));
  }

  @Bean
  FilterRegistrationBean<CallerLimitFilter> callerLimit(
      RateLimitProperties limits, ProblemWriter problems) {
    return at(AFTER_SECURITY, new CallerLimitFilter(limits, problems));
  }

  private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
