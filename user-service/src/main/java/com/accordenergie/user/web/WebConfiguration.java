package com.accordenergie.user.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who asks comes first, then how. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new RoleGate()).addPathPatterns("/api/**");
    interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
  }
}
