package com.accordenergie.comment;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What all tests of this service share beside the platform's tools. */
@Configuration(proxyBeanMethods = false)
class CommentTestConfiguration {

  @Bean
  InterventionServiceDouble interventionService() {
    return new InterventionServiceDouble();
  }

  /** Found through the load balancer, like the real one. */
  @Bean
  DynamicPropertyRegistrar addressOf(InterventionServiceDouble interventionService) {
    return properties ->
        properties.add(
            "spring.cloud.discovery.client.simple.instances.intervention-service[0].uri",
            () -> "http://127.0.0.1:" + interventionService.port());
  }

  @Bean
  Scenes scenes(PublishedEvents events, Interventions interventions, Api api) {
    return new Scenes(events, interventions, api);
  }
}
