package com.accordenergie.comment.demo;

import com.accordenergie.comment.CommentBody;
import com.accordenergie.comment.Commenting;
import com.accordenergie.comment.attachment.Attaching;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.Patch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the demo's conversations, and shows its pictures, in the background, one instance at a time.
 * Each is a transaction of its own, and an intervention about which something was said is left alone:
 * loading again, or going on after an interruption, adds nothing twice.
 */
@Component
@ConditionalOnProperty("accord.demo")
class DemoLoader implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

  private static final int INTERVENTIONS = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** As long as no event comes in any more, all have. */
  private static final int QUIET_ROUNDS = 6;

  private final DataSource database;
  private final Commenting commenting;
  private final Attaching attaching;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Stories stories;
  private final int interventions;

  @Autowired
  DemoLoader(
      DataSource database,
      JdbcClient jdbc,
      Commenting commenting,
      Attaching attaching,
      TransactionTemplate transaction,
      Clock clock) {
    this(database, jdbc, commenting, attaching, transaction, clock, INTERVENTIONS);
  }

  DemoLoader(
      DataSource database,
      JdbcClient jdbc,
      Commenting commenting,
      Attaching attaching,
      TransactionTemplate transaction,
      Clock clock,
      int interventions) {
    this.database = database;
    this.commenting = commenting;
    this.attaching = attaching;
    this.transaction = transaction;
    this.clock = clock;
    this.stories = new Stories(jdbc, interventions);
    this.interventions = interventions;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofVirtual().name("demo").start(this::load);
  }

  private void load() {
    try {
      if (stories.areAllTold()) {
        log.info("The demo comments are there");
      } else if (stories.areSomebodyElses()) {
        log.warn("The people here are not the demo's: no demo comments are added");
      } else if (waitForEvents()) {
        takeTurn();
      } else {
        log.warn("The demo interventions did not all arrive; the next start tries again");
      }
    } catch (SQLException | RuntimeException failure) {
      log.error("The demo comments could not be loaded; the next start goes on with them", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean waitForEvents() throws InterruptedException {
    Instant end = clock.instant().plus(PATIENCE);
    Stories.Progress last = stories.progress();
    int quiet = 0;
    while (quiet < QUIET_ROUNDS && clock.instant().isBefore(end)) {
      Thread.sleep(PAUSE);
      Stories.Progress progress = stories.progress();
      quiet = progress.isEnough(interventions) && progress.equals(last) ? quiet + 1 : 0;
      last = progress;
    }
    return quiet == QUIET_ROUNDS;
  }

  private void takeTurn() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement turn = connection.createStatement()) {
      if (!isGranted(turn)) {
        log.info("Another instance is loading the demo comments");
        return;
      }
      try {
        log.info("{} demo comments were added", speak());
      } finally {
        turn.execute("do release_lock(concat('demo ', database()))");
      }
    }
  }

  private static boolean isGranted(Statement turn) throws SQLException {
    try (ResultSet granted = turn.executeQuery("select get_lock(concat('demo ', database()), 0)")) {
      return granted.next() && granted.getInt(1) == 1;
    }
  }

  /**
   * @return how many comments were added
   */
  int speak() {
    int added = 0;
    List<UUID> all = stories.all();
    for (int i = 0; i < all.size(); i++) {
      UUID intervention = all.get(i);
      int number = i;
      Integer lines = transaction.execute(status -> speak(intervention, number));
      added += lines == null ? 0 : lines;
    }
    return added;
  }

  private int speak(UUID intervention, int number) {
    if (!stories.isSilent(intervention)) {
      return 0;
    }
    Story story = stories.story(intervention, number);
    var lines = Script.of(story, clock.instant());
    lines.forEach(line -> say(intervention, line));
    Album.of(story, clock.instant()).forEach(exhibit -> show(intervention, exhibit));
    return lines.size();
  }

  private void show(UUID intervention, Exhibit exhibit) {
    attaching.add(
        exhibit.author(),
        intervention,
        exhibit.what(),
        new ByteArrayResource(exhibit.picture()),
        exhibit.at());
  }

  private void say(UUID intervention, Line line) {
    var words = new CommentBody(line.text());
    var first = IfMatch.version(1);
    switch (line.afterThought()) {
      case NONE -> commenting.add(line.author(), intervention, line.visibility(), words, line.at());
      case CORRECTED -> {
        var draft = new CommentBody(line.text() + " (à confirmer)");
        UUID comment =
            commenting.add(line.author(), intervention, line.visibility(), draft, line.at());
        commenting.edit(
            line.author(), comment, first, Patch.of(words), line.at().plusSeconds(200));
      }
      case TAKEN_BACK -> {
        UUID comment =
            commenting.add(line.author(), intervention, line.visibility(), words, line.at());
        commenting.remove(line.author(), comment, first, line.at().plusSeconds(140));
      }
    }
  }
}
