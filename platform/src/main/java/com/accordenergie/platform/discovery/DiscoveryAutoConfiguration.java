package com.accordenergie.platform.discovery;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** For whoever registers with the registry. */
@AutoConfiguration(
    afterName = "org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration")
@ConditionalOnClass(EurekaServiceRegistry.class)
@ConditionalOnBean({EurekaServiceRegistry.class, EurekaRegistration.class})
class DiscoveryAutoConfiguration {

  @Bean
  Departure departure(
      EurekaServiceRegistry registry,
      EurekaRegistration registration,
      ApplicationContext context,
      @Value("${accord.departure-wait:5s}") Duration wait) {
    return new Departure(registry, registration, context, wait);
  }
}
