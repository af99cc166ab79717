package com.accordenergie.gateway.page;

import com.accordenergie.platform.web.ChosenLanguage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

  @Bean
  LocaleResolver localeResolver() {
    return ChosenLanguage.inCookie();
  }
}
