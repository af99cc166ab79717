package com.accordenergie.auth.config;

import com.accordenergie.auth.login.PasswordLogin;
import com.accordenergie.auth.login.web.DeviceCookie;
import com.accordenergie.auth.login.web.ExpiredPages;
import com.accordenergie.auth.login.web.LoginFailures;
import com.accordenergie.auth.login.web.LoginSuccess;
import com.accordenergie.auth.token.TokenEnds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages that people see: logging in, logging out, choosing a password. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

  @Bean
  @Order(20)
  SecurityFilterChain assets(HttpSecurity http) throws Exception {
    return http.securityMatcher("/auth-assets/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .securityContext(context -> context.disable())
        .sessionManagement(session -> session.disable())
        .headers(headers -> SecurityHeaders.apply(headers.cacheControl(cache -> cache.disable())))
        .build();
  }

  @Bean
  @Order(30)
  SecurityFilterChain pages(
      HttpSecurity http,
      PasswordLogin passwordLogin,
      DeviceCookie devices,
      RequestCache interrupted,
      LoginSuccess loginSuccess,
      LoginFailures loginFailures,
      ExpiredPages expiredPages,
      TokenEnds tokenEnds)
      throws Exception {
    return http.securityMatcher("/login", "/logout", "/activate")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .authenticationManager(new ProviderManager(passwordLogin))
        .formLogin(
            form ->
                form.loginPage("/login")
                    .authenticationDetailsSource(devices)
                    .successHandler(loginSuccess)
                    .failureHandler(loginFailures))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, "/logout"))
                    .addLogoutHandler(
                        (request, response, leaving) -> tokenEnds.onLogout(leaving))
                    .logoutSuccessUrl("/login?logout"))
        .requestCache(cache -> cache.requestCache(interrupted))
        .exceptionHandling(handling -> handling.accessDeniedHandler(expiredPages))
        .headers(SecurityHeaders::apply)
        .build();
  }

  /** Remembers the application's request while somebody logs in. */
  @Bean
  RequestCache interruptedRequests() {
    var cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  /**
   * No page says anything to the next one. To look for such words each picture of the login page would
   * read the session, and write it back over what somebody who logs in meanwhile has made of it.
   */
  @Bean
  FlashMapManager flashMapManager() {
    return new FlashMapManager() {
      @Override
      public @Nullable FlashMap retrieveAndUpdate(
          HttpServletRequest request, HttpServletResponse response) {
        return null;
      }

      @Override
      public void saveOutputFlashMap(
          FlashMap words, HttpServletRequest request, HttpServletResponse response) {}
    };
  }

  @Bean
  WebMvcConfigurer assetCaching() {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/auth-assets/**")
            .addResourceLocations("classpath:/static/auth-assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
      }
    };
  }
}
