package com.accordenergie.intervention.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the generator leaves behind, once, twice, and when it was cut off. */
class VolumeTest {

  private static final int ENOUGH_TO_SET_INDEXES_ASIDE = 1_500;

  private final FourSchemas database = new FourSchemas();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void keepsEveryPromiseThatTheServicesMake() throws SQLException {
    assertThat(bringTo(2_000).added()).isEqualTo(2_000);

    Promises.areKept(database);
    assertThat(database.count("{work}.intervention")).isEqualTo(2_000);
    assertThat(database.count("(select distinct status_id from {work}.intervention) s"))
        .as("statuses that occur")
        .isGreaterThanOrEqualTo(8);
    assertThat(database.count("{work}.intervention where category = 'CLOSED'")).isGreaterThan(1_600);
    assertThat(database.count("{work}.booked_interval")).isPositive();
    assertThat(database.count("{talk}.comment")).isGreaterThan(1_000);
  }

  @Test
  void runAgainItAddsWhatIsMissingAndNothingElse() throws SQLException {
    bringTo(600);
    List<String> before = people();

    assertThat(bringTo(600).added()).isZero();
    assertThat(people()).isEqualTo(before);

    assertThat(bringTo(1_000).added()).isEqualTo(400);
    assertThat(bringTo(700).added()).as("there are more already").isZero();
    assertThat(database.count("{work}.intervention")).isEqualTo(1_000);
    assertThat(people()).containsAll(before);
    Promises.areKept(database);
  }

  /** More than one statement of each kind. */
  @Test
  void aLargeCompanyIsStoredWhole() throws SQLException {
    try (var connection = database.connect()) {
      new Hiring(connection, database.schemas).complete(new Company(200, 5_000, 0, 1_000));
    }

    assertThat(database.count("{user}.person")).isEqualTo(200 + 5_000 + 1_000);
    assertThat(database.count("{user}.site")).isEqualTo(8_000);
    Promises.areKept(database);
  }

  @Test
  void whatWasCutOffIsMadeGoodByTheNextRun() throws SQLException {
    Set<String> indexes = indexes();
    var cutOff = new AtomicBoolean();
    Volume unlucky =
        database.volume(
            step -> {
              if (step.matches("[0-9].* of .*") && cutOff.compareAndSet(false, true)) {
                throw new IllegalStateException("the power failed");
              }
            });
    assertThatThrownBy(() -> unlucky.bringTo(ENOUGH_TO_SET_INDEXES_ASIDE))
        .hasMessageContaining("the power failed");
    assertThat(database.count("{work}.intervention")).isBetween(100L, 1_499L);
    Promises.areKept(database);

    bringTo(ENOUGH_TO_SET_INDEXES_ASIDE);

    assertThat(database.count("{work}.intervention")).isEqualTo(ENOUGH_TO_SET_INDEXES_ASIDE);
    assertThat(indexes()).isEqualTo(indexes);
    Promises.areKept(database);
  }

  @Test
  void indexesThatAKilledRunHasSetAsideAreBuiltAgain() throws SQLException {
    Set<String> indexes = indexes();
    try (var connection = database.connect()) {
      new SetAsideIndexes(connection, database.schemas).setAside();
    }
    assertThat(indexes()).hasSizeLessThan(indexes.size());

    bringTo(0);

    assertThat(indexes()).isEqualTo(indexes);
  }

  @Test
  void aDatabaseWithoutDemoDataIsNotTouched() {
    database.jdbc.sql(database.named("delete from {work}.demo_part")).update();

    assertThatThrownBy(() -> bringTo(100)).hasMessageContaining("not a demo");

    assertThat(people()).isEmpty();
    assertThat(database.count("{work}.intervention")).isZero();
  }

  private Volume.Result bringTo(long interventions) throws SQLException {
    return database.volume(step -> {}).bringTo(interventions);
  }

  private List<String> people() {
    return database
        .jdbc
        .sql(database.named("select concat(username, display_name, hex(id)) from {user}.person order by id"))
        .query(String.class)
        .list();
  }

  private Set<String> indexes() {
    return new TreeSet<>(
        database
            .jdbc
            .sql(
                """
                select concat(table_name, ' ', index_name, ' ', group_concat(column_name order by seq_in_index))
                from information_schema.statistics where table_schema = ? group by table_name, index_name
                """)
            .param(database.schemas.intervention())
            .query(String.class)
            .list());
  }
}
