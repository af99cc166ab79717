package com.accordenergie.platform.web;

import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.time.StorableTime;
import jakarta.servlet.MultipartConfigElement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;

/** What every API of the suite does alike with requests. */
@AutoConfiguration(
    afterName = "org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(UploadProperties.class)
class WebAutoConfiguration {

  /** 1 MiB. */
  private static final long BODY_LIMIT = 1L << 20;

  /** After the security chain, and before anything that begins a transaction. */
  private static final int AFTER_SECURITY = -10;

  @Bean
  Uploads uploads(UploadProperties properties) {
    return new Uploads(properties);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(Uploads uploads, ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(new BodyLimitFilter(BODY_LIMIT, uploads, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }

  @Bean
  @ConditionalOnBean(MultipartConfigElement.class)
  FilterRegistrationBean<UploadFilter> uploadTurns(
      Uploads uploads, UploadProperties properties, ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(new UploadFilter(uploads, properties, problems));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  /** A body says what it means, or it is refused: no guessing, no silent dropping. */
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return json ->
        json.addModule(new StrictJson())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
  }

  private static @Nullable Instant time(String text) {
    return text.isEmpty() ? null : StorableTime.parse(text);
  }

  @Bean
  WebMvcConfigurer requests() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
      }

      @Override
      public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Instant.class, WebAutoConfiguration::time);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IfMatchArgumentResolver());
      }
    };
  }
}
