package com.accordenergie.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.cloud.client.discovery.simple.InstanceProperties;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;

/** Says which servers discovery knows under a service's name. */
@TestComponent
public class FakeServices {

  private final SimpleDiscoveryProperties known;
  private final List<FakeService> started = new ArrayList<>();

  FakeServices(SimpleDiscoveryProperties known) {
    this.known = known;
  }

  /** One more running instance. */
  public FakeService start(String service) {
    var instance = new FakeService(service);
    started.add(instance);
    register(service, instance.port());
    return instance;
  }

  /** An instance that discovery still believes in, though nobody listens there. */
  public void startAndKill(String service) {
    try (var socket = new ServerSocket(0)) {
      register(service, socket.getLocalPort());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void register(String service, int port) {
    List<InstanceProperties> instances =
        new ArrayList<>(known.getInstances().getOrDefault(service, List.of()));
    var instance = new InstanceProperties();
    instance.setServiceId(service);
    instance.setInstanceId(service + ":" + port);
    instance.setUri(URI.create("http://127.0.0.1:" + port));
    instances.add(instance);
    known.getInstances().put(service, instances);
  }

  /** One instance of each service. */
  public void startAll() {
    Stream.of("auth-service", "user-service", "intervention-service", "comment-service")
        .forEach(this::start);
  }

  public void stopAll() {
    known.getInstances().clear();
    started.forEach(FakeService::close);
    started.clear();
  }

  /** What has arrived anywhere. */
  public List<FakeService.Received> received() {
    return started.stream().flatMap(service -> service.received().stream()).toList();
  }
}
