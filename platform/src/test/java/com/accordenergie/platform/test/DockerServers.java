package com.accordenergie.platform.test;

import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** The pair as containers, removed with the JVM. */
final class DockerServers {

  private DockerServers() {}

  static boolean available() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  static Map<String, String> start() {
    var mysql =
        new MySQLContainer("mysql:8.4")
            .withUsername("root")
            .withPassword("test")
            .withCommand(
                "--innodb-flush-log-at-trx-commit=2", "--skip-log-bin", "--max-connections=500");
    var rabbit = new RabbitMQContainer("rabbitmq:4-management");
    Startables.deepStart(mysql, rabbit).join();
    return Map.of(
        "ACCORD_MYSQL_HOST", mysql.getHost(),
        "ACCORD_MYSQL_PORT", mysql.getMappedPort(3306).toString(),
        "ACCORD_MYSQL_USER", mysql.getUsername(),
        "ACCORD_MYSQL_PASSWORD", mysql.getPassword(),
        "ACCORD_DATABASE_KIND", "mysql",
        "ACCORD_RABBIT_HOST", rabbit.getHost(),
        "ACCORD_RABBIT_PORT", rabbit.getAmqpPort().toString(),
        "ACCORD_RABBIT_MANAGEMENT_PORT", rabbit.getMappedPort(15672).toString(),
        "ACCORD_RABBIT_USER", rabbit.getAdminUsername(),
        "ACCORD_RABBIT_PASSWORD", rabbit.getAdminPassword());
  }
}
