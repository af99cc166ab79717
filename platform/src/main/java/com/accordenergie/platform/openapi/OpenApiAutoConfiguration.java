package com.accordenergie.platform.openapi;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.Patch;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Writes into each service's description what all operations of the suite have in common. */
@AutoConfiguration
@ConditionalOnClass(OpenAPI.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, IfMatch.class, PageRequest.class)
        // A member of a patch is described as what it holds.
        .addResponseWrapperToIgnore(Patch.class);
  }

  @Bean
  GlobalOperationCustomizer commonAnswers() {
    return new CommonAnswers();
  }

  @Bean
  ModelConverter nullness() {
    return new Nullness();
  }

  @Bean
  GlobalOpenApiCustomizer commonComponents() {
    return new CommonComponents();
  }
}
