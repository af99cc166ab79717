package com.accordenergie.intervention.volume;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Brings the number of generated interventions up to what is asked for. */
final class Volume {

  private static final int WORKERS = 2;

  /**
   * @param transaction interventions that are committed together
   * @param report after how many of them somebody wants to know how far it is
   * @param setAside how many are worth building the indexes anew
   */
  record Pace(int transaction, int report, int setAside) {

    static final Pace STANDARD = new Pace(1_000, 20_000, 20_000);
  }

  /**
   * @param url of the server, without a schema: {@code jdbc:mysql://localhost:3306/}
   */
  record Server(String url, String user, String password) {

    Connection connect() throws SQLException {
      var properties = new Properties();
      properties.put("user", user);
      properties.put("password", password);
      properties.put("connectionTimeZone", "UTC");
      properties.put("forceConnectionTimeZoneToSession", "true");
      properties.put("characterEncoding", "UTF-8");
      Connection connection = DriverManager.getConnection(url, properties);
      connection.setAutoCommit(false);
      return connection;
    }
  }

  /** What a run found and did. */
  record Result(long before, long added, int people, Duration loading, Duration indexing) {}

  private final Server server;
  private final Schemas schemas;
  private final Pace pace;
  private final Instant now;
  private final Consumer<String> progress;

  Volume(Server server, Schemas schemas, Pace pace, Instant now, Consumer<String> progress) {
    this.server = server;
    this.schemas = schemas;
    this.pace = pace;
    this.now = now;
    this.progress = progress;
  }

  Result bringTo(long interventions) throws SQLException {
    try (Connection connection = server.connect()) {
      lock(connection);
      requireDemo(connection);
      prepareToSort(connection);
      var indexes = new SetAsideIndexes(connection, schemas);
      int repaired = indexes.restore();
      if (repaired > 0) {
        progress.accept("built " + repaired + " indexes that an earlier run had left out");
      }
      long before = made(connection);
      long missing = interventions - before;
      if (missing <= 0) {
        return new Result(before, 0, 0, Duration.ZERO, Duration.ZERO);
      }
      Company company =
          Company.of(interventions, missing, Hiring.technicians(connection, schemas));
      int people = new Hiring(connection, schemas).complete(company);
      progress.accept("%,d people, clients and sites are there".formatted(people));
      Lives lives = lives(connection, company, before, missing);
      boolean setAside = missing >= pace.setAside();
      long began = System.nanoTime();
      if (setAside) {
        progress.accept("setting the indexes aside; until they are back, lists of interventions fail");
        indexes.setAside();
      }
      Duration loading;
      try {
        load(lives);
      } finally {
        loading = since(began);
        began = System.nanoTime();
        if (setAside) {
          progress.accept("building the indexes");
          indexes.restore();
        }
      }
      analyze(connection);
      return new Result(before, missing, people, loading, since(began));
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private void lock(Connection connection) throws SQLException {
    if (number(connection, "select get_lock('accord-volume', 5)") != 1) {
      throw new IllegalStateException("Another generator is at work.");
    }
  }

  /** What belongs to a real company is not touched. */
  private void requireDemo(Connection connection) throws SQLException {
    if (number(connection, "select count(*) from " + schemas.intervention() + ".demo_part") == 0) {
      throw new IllegalStateException("There are no demo data here: this is not a demo.");
    }
  }

  private long made(Connection connection) throws SQLException {
    return number(
        connection,
        "select count(*) from %s.intervention where substring(id, 9, 4) = 0x%08X"
            .formatted(schemas.intervention(), Draw.MARK >>> 32));
  }

  private Lives lives(Connection connection, Company company, long before, long count)
      throws SQLException {
    var calendar = new Calendar(now, count);
    return new Lives(
        company,
        Lists.read(connection, schemas),
        calendar,
        References.reserve(connection, schemas, calendar),
        before);
  }

  /** Each worker takes a stretch of the years, so that both append in the order of the keys. */
  private void load(Lives lives) {
    var done = new AtomicLong();
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      var stretches =
          IntStream.range(0, WORKERS)
              .mapToObj(
                  worker ->
                      (Future<?>)
                          workers.submit(
                              () -> {
                                loadStretch(
                                    lives,
                                    lives.count() * worker / WORKERS,
                                    lives.count() * (worker + 1) / WORKERS,
                                    done);
                                return null;
                              }))
              .toList();
      try {
        for (Future<?> stretch : stretches) {
          stretch.get();
        }
      } finally {
        workers.shutdownNow();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The load was cut off: " + failed.getCause(), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The load was cut off.", stopped);
    }
  }

  private void loadStretch(Lives lives, long from, long to, AtomicLong done) throws SQLException {
    try (Connection connection = server.connect()) {
      run(connection, "set session unique_checks = 0, foreign_key_checks = 0");
      var writer = new LifeWriter(connection, schemas);
      for (long index = from; index < to && !Thread.currentThread().isInterrupted(); index++) {
        writer.write(lives.life(index), lives.chanceOfEvents(index));
        if ((index - from) % pace.transaction() == pace.transaction() - 1 || index == to - 1) {
          writer.commit();
          report(done.addAndGet((index - from) % pace.transaction() + 1), lives.count());
        }
      }
    }
  }

  private void report(long done, long count) {
    if (done % pace.report() == 0) {
      progress.accept("%,d of %,d interventions".formatted(done, count));
    }
  }

  /** MySQL sorts with what it is given; MariaDB knows none of these and does without. */
  private static void prepareToSort(Connection connection) {
    try {
      run(connection, "set session innodb_ddl_buffer_size = 268435456");
      run(connection, "set session innodb_ddl_threads = 4, innodb_parallel_read_threads = 2");
    } catch (SQLException unknown) {
      // Slower, not wrong.
    }
  }

  private void analyze(Connection connection) throws SQLException {
    run(
        connection,
        "analyze table %1$s.intervention, %1$s.search_word, %2$s.thread_entry, %3$s.person_word, %3$s.client_word"
            .formatted(schemas.intervention(), schemas.comment(), schemas.user()));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
