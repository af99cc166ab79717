package com.accordenergie.gateway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole gateway on a port of its own, with patience in proportion to a test's. 127.0.0.2 is a
 * proxy that it trusts; everybody else is a stranger.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "eureka.client.enabled=false",
      "server.address=0.0.0.0",
      "accord.issuer=https://interventions.example",
      "accord.gateway.session.client-secret=a secret for the tests only",
      "accord.gateway.trusted-proxies=127.0.0.2",
      "accord.gateway.upstream.write=6s",
      "accord.gateway.upstream.in-flight-per-service=150",
      "accord.gateway.limits.sign-in.burst=20",
      "accord.gateway.limits.sign-in.per-second=1",
      "accord.gateway.limits.caller.burst=80",
      "accord.gateway.limits.caller.per-second=1"
    })
@Import({FakeServices.class, Asking.class})
public @interface GatewayTest {}
