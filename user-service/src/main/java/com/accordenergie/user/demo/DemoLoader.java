package com.accordenergie.user.demo;

import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.user.client.ClientManagement;
import com.accordenergie.user.client.ClientReferences;
import com.accordenergie.user.person.PeopleManagement;
import com.accordenergie.user.site.SiteManagement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo company beside the first requests, one instance at a time; never among the people of
 * somebody else, who may have asked for the demo without meaning to.
 */
@Component
@ConditionalOnProperty("accord.demo")
class DemoLoader implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
  private static final int PATIENCE_SECONDS = 25;

  private final DataSource database;
  private final JdbcClient jdbc;
  private final DemoPeople people;

  DemoLoader(
      DataSource database,
      JdbcClient jdbc,
      PeopleManagement people,
      ClientManagement clients,
      ClientReferences knownClients,
      SiteManagement sites,
      TransactionTemplate transaction) {
    this.database = database;
    this.jdbc = jdbc;
    this.people = new DemoPeople(people, clients, knownClients, sites, transaction);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofVirtual().name("demo").start(this::load);
  }

  void load() {
    try (Connection connection = database.getConnection();
        Statement turn = connection.createStatement()) {
      if (!isGranted(turn)) {
        log.warn("Another instance is loading the demo company");
        return;
      }
      try {
        takeTurn();
      } finally {
        turn.execute("do release_lock(concat('demo ', database()))");
      }
    } catch (SQLException | RuntimeException failure) {
      log.error("The demo company could not be loaded; the next start goes on with it", failure);
    }
  }

  private void takeTurn() {
    if (isSomebodyElses()) {
      log.warn("The people here are not the demo's: the demo company is not loaded among them");
    } else {
      people.load();
      log.info("The demo company is there");
    }
  }

  /**
   * True when the database already holds real people and the demo was never loaded: then it must not
   * be.
   */
  private boolean isSomebodyElses() {
    return jdbc.sql(
                """
                select ((select count(*) from (select id from person limit 2) few) > 1
                    or exists (select 1 from client))
                  and not exists (select 1 from person where id >= ? and id < ?)
                """)
            .params(DemoIds.from(), DemoIds.to())
            .query(Integer.class)
            .single()
        == 1;
  }

  private static boolean isGranted(Statement turn) throws SQLException {
    try (ResultSet granted =
        turn.executeQuery(
            "select get_lock(concat('demo ', database()), " + PATIENCE_SECONDS + ")")) {
      return granted.next() && granted.getInt(1) == 1;
    }
  }
}
