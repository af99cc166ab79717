package com.accordenergie.user;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.user.partner.stream.Telling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all tests of this service share beside the platform's tools. */
@Configuration(proxyBeanMethods = false)
class UserTestConfiguration {

  @Bean
  Office office(Api api) {
    return new Office(api);
  }

  @Bean
  Telling telling(PublishedEvents events) {
    return new Telling(events);
  }
}
