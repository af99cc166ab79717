package com.accordenergie.platform.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empty temporary tables that stand in front of a connection's real ones: whoever writes through this
 * connection means the real table, and reaches the temporary one.
 */
final class ShadowTables implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ShadowTables.class);

  private final Connection connection;
  private final List<String> tables;

  private ShadowTables(Connection connection, List<String> tables) {
    this.connection = connection;
    this.tables = tables;
  }

  static ShadowTables over(Connection connection, List<String> tables) throws SQLException {
    var shadows = new ShadowTables(connection, tables);
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        // In two steps: a table cannot be made like one of its own name.
        statement.execute("create temporary table shadow_of_%s like %s".formatted(table, table));
        statement.execute("alter table shadow_of_%s rename to %s".formatted(table, table));
      }
      return shadows;
    } catch (SQLException | RuntimeException failed) {
      shadows.close();
      throw failed;
    }
  }

  /** A connection that might keep one of them must never be anybody else's. */
  @Override
  public void close() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("drop temporary table if exists %s, shadow_of_%s".formatted(table, table));
      }
    } catch (SQLException | RuntimeException failed) {
      log.warn("A connection is given up with its temporary tables: {}", failed.toString());
      connection.abort(Runnable::run);
    }
  }
}
