package com.accordenergie.intervention.volume;

import com.accordenergie.platform.test.Project;
import com.accordenergie.platform.test.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The schemas of all services as their own migrations make them, with the mark of a demo. */
final class FourSchemas implements AutoCloseable {

  /** What a million takes, with a thousand. */
  private static final Volume.Pace SMALL_STEPS = new Volume.Pace(100, 100, 1_000);

  final Schemas schemas;
  final JdbcClient jdbc;
  private final List<String> own;

  /** All four are its own. */
  FourSchemas() {
    this(new Schemas(fresh("user"), fresh("auth"), fresh("intervention"), fresh("comment")));
    migrate(schemas.intervention(), "intervention-service");
    own.add(schemas.intervention());
    markAsDemo();
  }

  /** Those of the others around the schema of a service that runs. */
  FourSchemas(String intervention) {
    this(new Schemas(fresh("user"), fresh("auth"), intervention, fresh("comment")));
    markAsDemo();
  }

  private FourSchemas(Schemas schemas) {
    this.schemas = schemas;
    jdbc = JdbcClient.create(source(""));
    own = new ArrayList<>(List.of(schemas.user(), schemas.auth(), schemas.comment()));
    migrate(schemas.user(), "user-service");
    migrate(schemas.auth(), "auth-service");
    migrate(schemas.comment(), "comment-service");
  }

  private static String fresh(String name) {
    return "test_volume_" + name + "_" + UUID.randomUUID().toString().substring(0, 8);
  }

  private void markAsDemo() {
    jdbc.sql("insert ignore into " + schemas.intervention() + ".demo_part values (0, 0x0)").update();
  }

  private static void migrate(String schema, String service) {
    Flyway.configure()
        .dataSource(source(schema))
        .locations(
            "classpath:db/platform",
            "filesystem:" + Project.root().resolve(service + "/src/main/resources/db/migration"))
        .load()
        .migrate();
  }

  private static DriverManagerDataSource source(String schema) {
    return new DriverManagerDataSource(
        Servers.running().jdbcUrl()
            + schema
            + "?createDatabaseIfNotExist=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
        Servers.running().value("ACCORD_MYSQL_USER"),
        Servers.running().value("ACCORD_MYSQL_PASSWORD"));
  }

  Volume volume(Consumer<String> progress) {
    return new Volume(server(), schemas, SMALL_STEPS, Instant.now(), progress);
  }

  Connection connect() throws SQLException {
    return server().connect();
  }

  private static Volume.Server server() {
    return new Volume.Server(
        Servers.running().jdbcUrl(),
        Servers.running().value("ACCORD_MYSQL_USER"),
        Servers.running().value("ACCORD_MYSQL_PASSWORD"));
  }

  /** With {user}, {auth}, {work} and {talk} for the schemas. */
  String named(String sql) {
    return sql.replace("{user}", schemas.user())
        .replace("{auth}", schemas.auth())
        .replace("{work}", schemas.intervention())
        .replace("{talk}", schemas.comment());
  }

  long count(String sql) {
    return jdbc.sql(named("select count(*) from " + sql)).query(Long.class).single();
  }

  @Override
  public void close() {
    own.forEach(schema -> jdbc.sql("drop database " + schema).update());
  }
}
