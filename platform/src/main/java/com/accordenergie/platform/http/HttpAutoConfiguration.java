package com.accordenergie.platform.http;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * Clients with a pool chosen on purpose: the default allows five connections per host. They pass on
 * what they are told and nothing else: no cookies shared by all callers, no redirects, and no second
 * try. By default they would wait for what a 503's {@code Retry-After} says and then ask again, in
 * the middle of somebody's request.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration")
class HttpAutoConfiguration {

  @Bean
  ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder>
      connectionPool() {
    return builder ->
        builder
            .withConnectionManagerCustomizer(
                pool -> pool.setMaxConnPerRoute(500).setMaxConnTotal(1000))
            .withHttpClientCustomizer(
                client ->
                    client
                        .setRetryStrategy(new StaleConnectionRetry())
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching());
  }

  // Only for those who ask for it by its qualifier: the registry's own client takes "the" builder, and must not meet two.
  @Bean(defaultCandidate = false)
  @LoadBalanced
  RestClient.Builder serviceClientBuilder(RestClientBuilderConfigurer configurer) {
    return configurer.configure(RestClient.builder());
  }

  @Bean
  ServiceClients serviceClients(@LoadBalanced RestClient.Builder serviceClientBuilder) {
    return new ServiceClients(serviceClientBuilder);
  }
}
