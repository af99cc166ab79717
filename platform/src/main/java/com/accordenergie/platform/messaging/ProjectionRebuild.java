package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.ProjectionReport.TableReport;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds a projection from the log beside what is there, and compares the two, while the service goes
 * on working. What differs may be on its way in one direction or the other; so it is looked at again,
 * each time after the log has been read on to its end, and only what still differs then is reported.
 */
final class ProjectionRebuild {

  private static final Logger log = LoggerFactory.getLogger(ProjectionRebuild.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int LOOKS = 10;

  /** What has stayed the same for so many looks will not change by itself. */
  private static final int SAME_LOOKS = 3;
  private static final int LONGEST_SECONDS = 6 * 60 * 60;
  private static final int FLUSH_EVERY = 500;

  private final Projection projection;
  private final EventReader reader;
  private final DataSource database;
  private final TransactionTemplate transaction;
  private final ConnectionFactory connections;
  private final RabbitTemplate rabbit;
  private final Runnable alive;
  private long events;
  private long skipped;

  /**
   * @param alive is called from time to time, as long as it goes on
   */
  ProjectionRebuild(
      Projection projection,
      EventReader reader,
      DataSource database,
      PlatformTransactionManager transactions,
      ConnectionFactory connections,
      RabbitTemplate rabbit,
      Runnable alive) {
    this.projection = projection;
    this.reader = reader;
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(LONGEST_SECONDS);
    this.connections = connections;
    this.rabbit = rabbit;
    this.alive = alive;
  }

  long events() {
    return events;
  }

  long skipped() {
    return skipped;
  }

  /** All in one transaction, which binds the handlers to the connection; it is rolled back. */
  List<TableReport> run(boolean repair) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              Connection made = DataSourceUtils.getConnection(database);
              try {
                return run(made, repair, status);
              } catch (SQLException | IOException failed) {
                throw new IllegalStateException(failed);
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
              } finally {
                DataSourceUtils.releaseConnection(made, database);
              }
            }));
  }

  private List<TableReport> run(Connection made, boolean repair, TransactionStatus status)
      throws SQLException, IOException, InterruptedException {
    List<String> names = projection.tables().stream().map(Projection.Table::name).toList();
    List<TableComparison> comparisons =
        projection.tables().stream().map(TableComparison::new).toList();
    try (ShadowTables shadows = ShadowTables.over(made, names);
        StreamCursor cursor = StreamCursor.ofLog(connections, "first");
        Connection real = database.getConnection()) {
      readToTheEnd(cursor, status);
      for (TableComparison comparison : comparisons) {
        comparison.compare(made, real);
        alive.run();
      }
      int sameAgain = 0;
      for (int look = 0; look < LOOKS && sameAgain < SAME_LOOKS; look++) {
        long before = open(comparisons);
        if (before == 0) {
          break;
        }
        Thread.sleep(BETWEEN_LOOKS);
        readToTheEnd(cursor, status);
        for (TableComparison comparison : comparisons) {
          comparison.lookAgain(made, real);
          alive.run();
        }
        sameAgain = open(comparisons) == before ? sameAgain + 1 : 0;
      }
      if (repair) {
        for (TableComparison comparison : comparisons) {
          comparison.repair(made, real);
        }
      }
      return comparisons.stream().map(TableComparison::report).toList();
    }
  }

  private static long open(List<TableComparison> comparisons) {
    return comparisons.stream().mapToLong(TableComparison::open).sum();
  }

  private void readToTheEnd(StreamCursor cursor, TransactionStatus status)
      throws IOException, InterruptedException {
    String mark = LogMark.leave(rabbit);
    while (true) {
      StreamCursor.Entry entry = cursor.next(PATIENCE);
      if (entry == null) {
        throw new IOException("the log fell silent before the mark");
      }
      if (entry.isMark(mark)) {
        status.flush();
        alive.run();
        return;
      }
      if (projection.rebuilding().routingKeys().contains(entry.envelope().getRoutingKey())) {
        apply(entry.body());
        if (++events % FLUSH_EVERY == 0) {
          status.flush();
          alive.run();
        }
      }
    }
  }

  private void apply(byte[] body) {
    Incoming event = reader.receive(body, projection.rebuilding());
    if (event.delivery() == null) {
      skipped++;
      return;
    }
    try {
      event.delivery().handle();
    } catch (RuntimeException failed) {
      log.warn("{} is left out of the rebuilding: {}", event.id(), failed.toString());
      skipped++;
    }
  }
}
