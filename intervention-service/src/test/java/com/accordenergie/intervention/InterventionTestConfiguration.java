package com.accordenergie.intervention;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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

  @Bean
  CommentServiceDouble commentServiceDouble() {
    return new CommentServiceDouble();
  }

  /** Found through the load balancer, like the real ones. */
  @Bean
  DynamicPropertyRegistrar addressesOfServices(
      UserServiceDouble userServiceDouble, CommentServiceDouble commentServiceDouble) {
    String instances = "spring.cloud.discovery.client.simple.instances.";
    return properties -> {
      properties.add(
          instances + "user-service[0].uri", () -> "http://127.0.0.1:" + userServiceDouble.port());
      properties.add(
          instances + "comment-service[0].uri",
          () -> "http://127.0.0.1:" + commentServiceDouble.port());
    };
  }

  /** So that somebody who does not read is noticed after some kilobytes, not after megabytes. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallSendBuffers() {
    return server ->
        server.addConnectorCustomizers(
            connector -> connector.setProperty("socket.txBufSize", "16384"));
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
