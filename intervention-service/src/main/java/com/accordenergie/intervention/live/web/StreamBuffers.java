package com.accordenergie.intervention.live.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A connection's own buffers, small: most connections of this service are streams that say little,
 * and with the usual 8 KB each a thousand of them take a quarter of the heap for nothing.
 */
@Component
class StreamBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final String BYTES = "2048";

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addConnectorCustomizers(
        connector -> {
          connector.setProperty("socket.appReadBufSize", BYTES);
          connector.setProperty("socket.appWriteBufSize", BYTES);
        });
  }
}
