package com.accordenergie.platform.test;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** The pair as containers, removed with the JVM. */
final class DockerServers {

  private static final Transferable PLUGINS =
      Transferable.of("[rabbitmq_management,rabbitmq_auth_backend_oauth2].\n");

  private DockerServers() {}

  static boolean available() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  static Servers start() {
    var mysql =
        new MySQLContainer("mysql:8.4")
            .withUsername("root")
            .withPassword("test")
            .withCommand(
                "--innodb-flush-log-at-trx-commit=2", "--skip-log-bin", "--max-connections=500");
    String keys = "http://host.docker.internal:" + freePort() + "/oauth2/jwks";
    var rabbit =
        new RabbitMQContainer("rabbitmq:4-management")
            .withExtraHost("host.docker.internal", "host-gateway")
            .withCopyToContainer(
                Transferable.of(ours("quick-statistics.conf")),
                "/etc/rabbitmq/conf.d/quick-statistics.conf")
            .withCopyToContainer(trusting(keys), "/etc/rabbitmq/advanced.config")
            .withCopyToContainer(PLUGINS, "/etc/rabbitmq/enabled_plugins");
    // The same ones after a power cut, where the engine would draw others.
    rabbit.setPortBindings(List.of(freePort() + ":5672", freePort() + ":15672"));
    Startables.deepStart(mysql, rabbit).join();
    return new Servers(
        Map.ofEntries(
            Map.entry("ACCORD_MYSQL_HOST", mysql.getHost()),
            Map.entry("ACCORD_MYSQL_PORT", mysql.getMappedPort(3306).toString()),
            Map.entry("ACCORD_MYSQL_USER", mysql.getUsername()),
            Map.entry("ACCORD_MYSQL_PASSWORD", mysql.getPassword()),
            Map.entry("ACCORD_DATABASE_KIND", "mysql"),
            Map.entry("ACCORD_RABBIT_HOST", rabbit.getHost()),
            Map.entry("ACCORD_RABBIT_PORT", rabbit.getAmqpPort().toString()),
            Map.entry("ACCORD_RABBIT_MANAGEMENT_PORT", rabbit.getMappedPort(15672).toString()),
            Map.entry("ACCORD_RABBIT_USER", rabbit.getAdminUsername()),
            Map.entry("ACCORD_RABBIT_PASSWORD", rabbit.getAdminPassword()),
            Map.entry("ACCORD_RABBIT_KEYS_URL", keys)),
        new BrokerInAContainer(rabbit));
  }

  private record BrokerInAContainer(RabbitMQContainer container) implements BrokerSwitch {

    @Override
    public void kill() {
      container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
      container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
      await("RabbitMQ is back")
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(
              () ->
                  container
                          .execInContainer("rabbitmq-diagnostics", "-q", "check_port_connectivity")
                          .getExitCode()
                      == 0);
    }
  }

  /** As everywhere else: only where the keys are differs. */
  private static Transferable trusting(String keys) {
    return Transferable.of(ours("advanced.config").replace("@KEYS_URL@", keys));
  }

  private static String ours(String file) {
    try {
      return Files.readString(Project.root().resolve(".infrastructure/lib").resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
