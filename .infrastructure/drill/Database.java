import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The services' own tables, read behind their backs. */
final class Database implements AutoCloseable {

  private final Connection connection;

  Database(Suite suite) {
    String url =
        "jdbc:mysql://%s:%d/?connectTimeout=5000&socketTimeout=60000&connectionTimeZone=UTC&allowPublicKeyRetrieval=true&sslMode=PREFERRED"
            .formatted(Suite.setting("ACCORD_MYSQL_HOST"), suite.mysqlPort);
    try {
      connection =
          DriverManager.getConnection(
              url, Suite.setting("ACCORD_MYSQL_USER"), Suite.setting("ACCORD_MYSQL_PASSWORD"));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Each row's columns as text. */
  List<List<String>> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  long number(String sql) {
    return Long.parseLong(rows(sql).getFirst().getFirst());
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
