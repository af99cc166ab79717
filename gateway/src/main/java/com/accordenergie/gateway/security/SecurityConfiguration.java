package com.accordenergie.gateway.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * The API asks for a token already here (platform's chain); everything else that has a route is
 * open, and everything that has none does not exist. A browser's session has become a token before
 * any of this is asked, see the package {@code session}, which guards its own requests against other
 * sites.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  @Order(100)
  SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
    var api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    return http.securityMatcher(new NegatedRequestMatcher(api))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        // Log-out and saved requests are auth-service's; its headers pass through unchanged.
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }
}
