package com.accordenergie.gateway.upstream;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

  /** A connection has three of them, of 32 KB by default: too much for one that says little. */
  private static final int STREAM_BUFFER = 2 * 1024;

  /**
   * A client that passes on and nothing else: it keeps no cookies (they would be shared by all
   * callers), follows no redirect, unpacks nothing, and never tries again by itself.
   */
  @Primary
  @Bean(destroyMethod = "close")
  CloseableHttpClient upstreamHttpClient(UpstreamProperties properties) {
    return client(
        properties,
        properties.connectionsPerInstance(),
        properties.connections(),
        Http1Config.DEFAULT,
        waiting(properties).build());
  }

  /** Streams keep their connections for minutes: they would leave none to the others. */
  @Bean(destroyMethod = "close")
  CloseableHttpClient streamHttpClient(UpstreamProperties properties) {
    var smallBuffers = Http1Config.custom().setBufferSize(STREAM_BUFFER).build();
    return client(
        properties,
        properties.streams(),
        properties.streams(),
        smallBuffers,
        waiting(properties).setResponseTimeout(Timeout.of(properties.silence())).build());
  }

  private static RequestConfig.Builder waiting(UpstreamProperties properties) {
    return RequestConfig.custom().setConnectionRequestTimeout(Timeout.of(properties.pool()));
  }

  private static CloseableHttpClient client(
      UpstreamProperties properties,
      int connectionsPerInstance,
      int allConnections,
      Http1Config protocol,
      RequestConfig bounds) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(protocol).build())
            .setMaxConnPerRoute(connectionsPerInstance)
            .setMaxConnTotal(allConnections)
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(properties.connect()))
                    .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(bounds)
        .evictIdleConnections(TimeValue.ofSeconds(10))
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .build();
  }
}
