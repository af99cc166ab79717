package com.accordenergie.discovery;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import org.springframework.cloud.netflix.eureka.server.event.EurekaInstanceRegisteredEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever registers last under a name is found, whatever the clocks say. Eureka by itself keeps what has
 * the later time stamp: an instance whose clock ran ahead, and that was killed, would be sought at its old
 * port until its successor's clock has come so far.
 */
@Component
class Successors {

  private final PeerAwareInstanceRegistry registry;

  Successors(PeerAwareInstanceRegistry registry) {
    this.registry = registry;
  }

  /** Told once Eureka has decided. */
  @EventListener
  void areEnteredAllTheSame(EurekaInstanceRegisteredEvent registration) {
    InstanceInfo successor = registration.getInstanceInfo();
    InstanceInfo entered =
        registry.getInstanceByAppAndId(successor.getAppName(), successor.getId(), false);
    if (entered != null && entered.getLastDirtyTimestamp() > successor.getLastDirtyTimestamp()) {
      successor.setLastDirtyTimestamp(entered.getLastDirtyTimestamp());
      registry.register(successor, registration.isReplication());
    }
  }
}
