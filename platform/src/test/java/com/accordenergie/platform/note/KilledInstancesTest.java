package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.http.ServiceClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.client.discovery.simple.InstanceProperties;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;

/** Another service, of whose three instances two were killed: discovery goes on naming all for a while. */
@PlatformTest
class KilledInstancesTest {

  private static final String NEIGHBOUR = "neighbour-service";

  @Autowired ServiceClients services;
  @Autowired SimpleDiscoveryProperties discovery;

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void costNobodyAnAnswer() throws IOException {
    HttpServer alive = alive();
    int killed = freePort();
    try {
      discovery
          .getInstances()
          .put(
              NEIGHBOUR,
              List.of(
                  instance(killed), instance(killed), instance(alive.getAddress().getPort())));

      for (int i = 0; i < 10; i++) {
        assertThat(services.to(NEIGHBOUR).get().uri("/").retrieve().body(String.class))
            .isEqualTo("here");
      }
      assertThat(asked).as("nothing is asked twice").hasValue(10);
    } finally {
      alive.stop(0);
      discovery.getInstances().remove(NEIGHBOUR);
    }
  }

  private HttpServer alive() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          try (exchange) {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("here".getBytes());
          }
        });
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static InstanceProperties instance(int port) {
    var instance = new InstanceProperties();
    instance.setServiceId(NEIGHBOUR);
    instance.setUri(URI.create("http://127.0.0.1:" + port));
    return instance;
  }
}
