package com.accordenergie.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** The registry: who runs where. Needs neither database nor broker, so that it is always first up. */
@SpringBootApplication
@EnableEurekaServer
public class DiscoveryApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(DiscoveryApplication.class, arguments);
  }
}
