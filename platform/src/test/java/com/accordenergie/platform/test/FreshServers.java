package com.accordenergie.platform.test;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a context at a schema and virtual hosts that nobody else uses. */
public final class FreshServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Servers servers = Servers.running();
    String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    servers.createVirtualHost(name);
    Map<String, Object> properties = new HashMap<>(servers.environment());
    properties.put("ACCORD_RABBIT_VHOST", name);
    properties.put("accord.schema", name);
    if (servers.isMariaDb()) {
      context.getEnvironment().addActiveProfile("mariadb");
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh servers", properties));
  }
}
