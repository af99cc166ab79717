package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.EventLog;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.user.partner.PartnerManagement;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerProperties.class)
class StreamConfiguration {

  @Bean
  PartnerRouter partnerRouter(
      EventLog log,
      Streams streams,
      StreamTable table,
      PartnerManagement partners,
      Places places,
      PartnerProperties properties,
      PartnerLag lag,
      Clock clock,
      JsonMapper json) {
    return new PartnerRouter(
        new Routing.Tools(log, streams, table, partners, places, properties, lag, clock, json));
  }
}
