package com.accordenergie.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a port of its own, with a fresh schema on a real MySQL and a fresh virtual
 * host on a real RabbitMQ. All classes with this annotation share one context: tests make their own
 * data and never clean up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "eureka.client.enabled=false",
      "accord.demo=false",
      // How long a burst may queue is the machine's affair, which may test another module meanwhile.
      "spring.datasource.hikari.connection-timeout=10000",
      "accord.events.pauses=100ms,200ms,400ms",
      "accord.events.gap-patience=3s"
    })
@ContextConfiguration(initializers = FreshServers.class)
public @interface ServiceTest {}
