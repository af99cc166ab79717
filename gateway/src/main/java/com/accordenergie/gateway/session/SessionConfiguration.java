package com.accordenergie.gateway.session;

import com.accordenergie.platform.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /** Spring Security's chain, which looks at the token, stands at -100. */
  private static final int BEFORE_SECURITY = -110;

  @Bean
  FilterRegistrationBean<SessionFilter> sessionFilter(
      Sessions sessions, Renewal renewal, Cookies cookies, ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(new SessionFilter(sessions, renewal, cookies, problems));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }
}
