package com.accordenergie.gateway.edge;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The same door at another address of this machine: where a broker in a container comes to fetch the
 * keys of access tokens. Loopback is out of its reach.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${accord.gateway.also-at:}' != ''")
class SecondAddress {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> alsoListen(
      @Value("${accord.gateway.also-at}") InetAddress address, @Value("${server.port}") int port) {
    return tomcat -> {
      var connector = new Connector();
      connector.setPort(port);
      if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
        protocol.setAddress(address);
      }
      tomcat.addAdditionalConnectors(connector);
    };
  }
}
