package com.accordenergie.user.partner.webhook;

import com.accordenergie.user.partner.webhook.address.AddressGuard;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

  @Bean
  AddressGuard addressGuard(WebhookProperties properties) {
    return new AddressGuard(SystemDefaultDnsResolver.INSTANCE, properties.allow());
  }
}
