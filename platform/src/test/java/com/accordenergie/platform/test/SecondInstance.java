package com.accordenergie.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Knows of the first only what both are configured with: the schema and the broker. */
public final class SecondInstance {

  private static final List<String> SHARED =
      List.of(
          "accord.schema",
          "ACCORD_MYSQL_HOST",
          "ACCORD_MYSQL_PORT",
          "ACCORD_MYSQL_USER",
          "ACCORD_MYSQL_PASSWORD",
          "ACCORD_RABBIT_HOST",
          "ACCORD_RABBIT_PORT",
          "ACCORD_RABBIT_MANAGEMENT_PORT",
          "ACCORD_RABBIT_USER",
          "ACCORD_RABBIT_PASSWORD",
          "ACCORD_RABBIT_VHOST",
          "accord.streams.virtual-host",
          "spring.config.import",
          "spring.application.name",
          "spring.flyway.locations",
          "spring.profiles.active",
          "eureka.client.enabled");

  private SecondInstance() {}

  /**
   * @param parts the application, and what this instance has and the first has not
   */
  public static ConfigurableApplicationContext beside(Environment first, Class<?>... parts) {
    return beside(first, Map.of(), parts);
  }

  /**
   * @param own what this instance is configured with and the first is not
   */
  public static ConfigurableApplicationContext beside(
      Environment first, Map<String, String> own, Class<?>... parts) {
    List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
    own.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    for (String name : SHARED) {
      String value = first.getProperty(name);
      if (value != null) {
        arguments.add("--" + name + "=" + value);
      }
    }
    return new SpringApplicationBuilder(parts).run(arguments.toArray(String[]::new));
  }
}
