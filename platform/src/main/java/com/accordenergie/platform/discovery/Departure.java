package com.accordenergie.platform.discovery;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves without anybody noticing: the registry is told first, callers get the time to hear of it,
 * and only then does the server stop taking requests.
 */
final class Departure implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Departure.class);

  private final EurekaServiceRegistry registry;
  private final EurekaRegistration registration;
  private final ApplicationContext context;
  private final Duration wait;
  private volatile boolean running;

  Departure(
      EurekaServiceRegistry registry,
      EurekaRegistration registration,
      ApplicationContext context,
      Duration wait) {
    this.registry = registry;
    this.registration = registration;
    this.context = context;
    this.wait = wait;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    try {
      registry.deregister(registration);
      Thread.sleep(wait);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException registryAway) {
      log.warn("The registry could not be told: {}", registryAway.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before anything else stops. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
