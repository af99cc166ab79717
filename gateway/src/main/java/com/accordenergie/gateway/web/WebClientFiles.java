package com.accordenergie.gateway.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The web client's files, compressed when they were built. */
@Configuration(proxyBeanMethods = false)
class WebClientFiles implements WebMvcConfigurer {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Their names change with their content.
    registry
        .addResourceHandler("/app/**")
        .addResourceLocations("classpath:/web/app/")
        .setCacheControl(FOR_EVER)
        .resourceChain(true)
        .addResolver(new SmallestFirst());
    registry
        .addResourceHandler("/manifest.webmanifest", "/icon.svg", "/icon-*.png")
        .addResourceLocations("classpath:/web/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
  }
}
