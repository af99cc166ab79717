package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.webhook.WebhookProperties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  @Bean
  Timetable timetable(WebhookProperties properties) {
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    return new Timetable(
        properties.retries(), properties.giveUp(), properties.longestWait(), random);
  }
}
