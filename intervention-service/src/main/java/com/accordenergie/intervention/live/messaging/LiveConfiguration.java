package com.accordenergie.intervention.live.messaging;

import com.accordenergie.intervention.live.LiveProperties;
import com.accordenergie.platform.messaging.EventLog;
import com.accordenergie.platform.messaging.LogFollower;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

  @Bean
  LogFollower liveChanges(EventLog log, LiveReader reader, LiveProperties properties) {
    return log.follow(properties.past(), reader);
  }
}
