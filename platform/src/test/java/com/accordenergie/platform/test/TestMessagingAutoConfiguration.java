package com.accordenergie.platform.test;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Both ends of the broker, as a partner and as another service. */
@AutoConfiguration(afterName = "com.accordenergie.platform.messaging.MessagingAutoConfiguration")
@ConditionalOnClass(RabbitTemplate.class)
@ConditionalOnBean(ConnectionFactory.class)
class TestMessagingAutoConfiguration {

  @Bean
  CapturedEvents capturedEvents(ConnectionFactory connections) {
    return new CapturedEvents(connections);
  }

  @Bean
  PublishedEvents publishedEvents(RabbitTemplate rabbit, JsonMapper json) {
    return new PublishedEvents(rabbit, json);
  }
}
