package com.accordenergie.platform.identity;

import com.accordenergie.platform.http.ServiceClients;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.problem.Problems;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every service checks the access token itself (RFC 9068): signature, type, issuer, audience and
 * time, then reads the caller out of it.
 */
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "accord.api", havingValue = "true", matchIfMissing = true)
class IdentityAutoConfiguration {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  /** As auth-service publishes them. */
  @Bean
  @ConditionalOnMissingBean(JWKSource.class)
  JWKSource<SecurityContext> apiKeys(ServiceClients services) {
    return new ApiKeys(new PublishedKeys(services));
  }

  @Bean
  @ConditionalOnMissingBean(name = "apiTokens")
  JwtDecoder apiTokens(
      JWKSource<SecurityContext> apiKeys,
      @Value("${accord.issuer}") String issuer,
      @Value("${accord.audience:accord-api}") String audience) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256), apiKeys));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    OAuth2TokenValidator<Jwt> validator =
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(CLOCK_SKEW),
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<Object>(JwtClaimNames.EXP, java.util.Objects::nonNull),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(audience)));
    decoder.setJwtValidator(validator);
    return decoder;
  }

  @Bean
  AuthenticationEntryPoint unauthenticatedProblem(ProblemWriter problems) {
    return (request, response, failure) -> {
      if (failure instanceof AuthenticationServiceException) { // The keys are missing, not the right.
        problems.write(response, Problems.unavailable("Please try again in a moment."));
        return;
      }
      boolean tokenGiven = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
      problems.write(
          response,
          new ProblemException(ProblemType.UNAUTHENTICATED, "Log in and try again.")
              .withHeader(
                  HttpHeaders.WWW_AUTHENTICATE,
                  tokenGiven ? "Bearer error=\"invalid_token\"" : "Bearer"));
    };
  }

  @Bean
  AccessDeniedHandler forbiddenProblem(ProblemWriter problems) {
    return (request, response, denied) ->
        problems.write(response, Problems.forbidden("Your role does not allow this."));
  }

  @Bean
  @Order(50)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      JwtDecoder apiTokens,
      AuthenticationEntryPoint unauthenticatedProblem,
      AccessDeniedHandler forbiddenProblem)
      throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .withObjectPostProcessor(answeringFailures(unauthenticatedProblem))
                    .jwt(jwt -> jwt.decoder(apiTokens).jwtAuthenticationConverter(new TokenToCaller()))
                    .authenticationEntryPoint(unauthenticatedProblem)
                    .accessDeniedHandler(forbiddenProblem))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(unauthenticatedProblem)
                    .accessDeniedHandler(forbiddenProblem))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(Customizer.withDefaults())
        .build();
  }

  /** By itself the filter throws when a token could not be checked, which would be an error of ours. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringFailures(
      AuthenticationEntryPoint answer) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(answer::commence);
        return filter;
      }
    };
  }

  /** Outside the API: health and the service's own description; nothing else answers. */
  @Bean
  @Order(1000)
  SecurityFilterChain everythingElse(HttpSecurity http, AuthenticationEntryPoint unauthenticatedProblem)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/**", "/v3/api-docs/**", "/error")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(unauthenticatedProblem))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .build();
  }

  @Bean
  WebMvcConfigurer callers(ObjectProvider<Standing> standing) {
    var gate = new RoleGate(admin -> standing.stream().allMatch(known -> known.isStillAdmin(admin)));
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
            .addInterceptor(gate)
            .addPathPatterns("/api/**")
            .order(Ordered.HIGHEST_PRECEDENCE);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
      }
    };
  }
}
