package com.accordenergie.intervention.demo;

import com.accordenergie.platform.id.Ids;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lives the demo's interventions through, in the background, one instance at a time. Each is one
 * transaction with its mark, so that loading again, or going on after an interruption, adds nothing
 * twice. Only the demo's own people and clients have a part in them.
 */
@Component
@ConditionalOnProperty("accord.demo")
class DemoLoader implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final long SEED = 20_260_115;

  private final DataSource database;
  private final JdbcClient jdbc;
  private final UseCases house;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DemoLoader(
      DataSource database,
      JdbcClient jdbc,
      UseCases house,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.database = database;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(30);
  }

  /** An intervention of the demo before it is lived through. */
  private record Part(int number, int ofItsKind, Ending ending, Instant called) {}

  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofVirtual().name("demo").start(this::load);
  }

  private void load() {
    try {
      if (loaded() == Ending.all().size()) {
        log.info("The demo interventions are there");
      } else if (Company.isSomebodyElses(jdbc)) {
        log.warn("The people here are not the demo's: no demo interventions are added");
      } else if (waitForCompany()) {
        takeTurn();
      } else {
        log.warn("The demo's people did not all arrive; the next start tries again");
      }
    } catch (SQLException | RuntimeException failure) {
      log.error("The demo interventions could not be loaded; the next start goes on", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private int loaded() {
    return jdbc.sql("select count(*) from demo_part").query(Integer.class).single();
  }

  private boolean waitForCompany() throws InterruptedException {
    Instant end = clock.instant().plus(PATIENCE);
    while (!Company.isComplete(jdbc)) {
      if (clock.instant().isAfter(end)) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }

  private void takeTurn() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement turn = connection.createStatement()) {
      if (!isGranted(turn)) {
        log.info("Another instance is loading the demo interventions");
        return;
      }
      try {
        log.info("{} demo interventions were added", play());
      } finally {
        turn.execute("do release_lock(concat('demo ', database()))");
      }
    }
  }

  private static boolean isGranted(Statement turn) throws SQLException {
    try (ResultSet granted =
        turn.executeQuery("select get_lock(concat('demo ', database()), 0)")) {
      return granted.next() && granted.getInt(1) == 1;
    }
  }

  /**
   * @return how many were added
   */
  int play() {
    Instant today = clock.instant();
    Company company = Company.read(jdbc);
    Rounds rounds = Company.rounds(jdbc);
    int added = 0;
    for (Part part : parts(today)) {
      if (Boolean.TRUE.equals(transaction.execute(status -> play(part, company, rounds, today)))) {
        added++;
      }
    }
    return added;
  }

  private boolean play(Part part, Company company, Rounds rounds, Instant today) {
    if (isThere(part.number())) {
      return false;
    }
    var random = new Random(SEED + part.number());
    var story = new Story(house, company, rounds, random, part.called(), today);
    jdbc.sql("insert into demo_part (number, intervention_id) values (?, ?)")
        .params(part.number(), Ids.bytes(story.play(part.ending(), part.ofItsKind())))
        .update();
    return true;
  }

  private boolean isThere(int number) {
    return jdbc.sql("select count(*) from demo_part where number = ?")
            .param(number)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** The oldest first, so that their references follow each other as the calls did. */
  private static List<Part> parts(Instant today) {
    List<Part> parts = new ArrayList<>();
    Map<Ending, Integer> kinds = new EnumMap<>(Ending.class);
    int number = 0;
    for (Ending ending : Ending.all()) {
      var random = new Random(SEED - number);
      Duration age = ending.age(random);
      Instant called = today.minus(age);
      if (age.compareTo(Duration.ofDays(6)) > 0) {
        called = OfficeHours.sameDay(called, random);
      }
      parts.add(new Part(++number, kinds.merge(ending, 1, Integer::sum) - 1, ending, called));
    }
    parts.sort(Comparator.comparing(Part::called));
    return parts;
  }
}
