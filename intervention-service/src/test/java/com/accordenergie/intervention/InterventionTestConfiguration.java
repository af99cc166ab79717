package com.accordenergie.intervention;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What all tests of this service share beside the platform's tools. */
@Configuration(proxyBeanMethods = false)
class InterventionTestConfiguration {

  @Bean
  UserServiceDouble userServiceDouble() {
    return new UserServiceDouble();
  }

  /** Found through the load balancer, like the real one. */
  @Bean
  DynamicPropertyRegistrar addressOfUserService(UserServiceDouble userServiceDouble) {
    return properties ->
        properties.add(
            "spring.cloud.discovery.client.simple.instances.user-service[0].uri",
            () -> "http://127.0.0.1:" + userServiceDouble.port());
  }

  @Bean
  Trade trade(PublishedEvents events, JdbcClient jdbc, Api api) {
    return new Trade(events, jdbc, api);
  }

  @Bean
  Lists lists(Trade trade) {
    return new Lists(trade);
  }
}
