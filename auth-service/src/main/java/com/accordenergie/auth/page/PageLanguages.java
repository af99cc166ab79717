package com.accordenergie.auth.page;

import com.accordenergie.platform.web.ChosenLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Each page is had in the other language by one touch. */
@Configuration(proxyBeanMethods = false)
class PageLanguages implements WebMvcConfigurer {

  private static final String PARAMETER = "lang";

  @Bean
  LocaleResolver localeResolver() {
    return ChosenLanguage.inCookie();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change =
        new LocaleChangeInterceptor() {
          @Override
          protected Locale parseLocaleValue(String asked) {
            return ChosenLanguage.of(asked);
          }
        };
    change.setParamName(PARAMETER);
    change.setHttpMethods("GET");
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
