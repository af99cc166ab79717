package com.accordenergie.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Pages are in French unless somebody has chosen English in this browser: here, or in the web client,
 * which shares the cookie.
 */
@Configuration(proxyBeanMethods = false)
class PageLanguages implements WebMvcConfigurer {

  private static final String PARAMETER = "lang";

  @Bean
  LocaleResolver localeResolver() {
    var cookie = new CookieLocaleResolver("accord-language");
    cookie.setDefaultLocale(Locale.FRENCH);
    cookie.setRejectInvalidCookies(false);
    cookie.setCookieMaxAge(Duration.ofDays(365));
    cookie.setCookieSameSite("Lax");
    return cookie;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setParamName(PARAMETER);
    change.setHttpMethods("GET");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change).addPathPatterns("/login", "/logout", "/activate");
  }

  @ControllerAdvice(annotations = Page.class)
  static class Switch {

    /** Where the same page is had in the other language; null for one that a form was answered with. */
    @ModelAttribute("here")
    @Nullable String here(HttpServletRequest request) {
      return request.getMethod().equals("GET")
          ? ServletUriComponentsBuilder.fromRequest(request)
              .scheme(null)
              .host(null)
              .port(null)
              .replaceQueryParam(PARAMETER)
              .build()
              .toUriString()
          : null;
    }
  }
}
