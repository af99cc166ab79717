package com.accordenergie.user.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A service that begins with the demo, alone with its data. */
@ServiceTest
@TestPropertySource(properties = "accord.demo=true")
class DemoTest {

  private static final String OF_THE_DEMO = " where created_at < '2025-11-01'";

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired Office office;
  @Autowired CapturedEvents events;
  @Autowired JdbcClient jdbc;

  @Test
  void aWholeCompanyIsThereAndLoadingItAgainChangesNothing() throws Exception {
    try (var instances = Executors.newFixedThreadPool(2)) {
      Callable<Void> load =
          () -> {
            beans.createBean(DemoLoader.class).load();
            return null;
          };
      for (var instance : instances.invokeAll(List.of(load, load))) {
        instance.get();
      }
    }
    // Whoever waited too long for the turn has left the loading to somebody else.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> count("site" + OF_THE_DEMO) == 60 && count("person" + OF_THE_DEMO) == 60);

    assertThat(usernames("DISPATCHER")).contains("standardiste1", "standardiste2", "standardiste3");
    assertThat(usernames("TECHNICIAN")).filteredOn(name -> name.startsWith("intervenant")).hasSize(12);
    assertThat(usernames("CLIENT"))
        .filteredOn(name -> name.matches("client[0-9]{2}b?"))
        .hasSize(45)
        .contains("client01", "client01b", "client40");
    assertThat(count("client" + OF_THE_DEMO)).isEqualTo(40);
    assertThat(ids("person", "client", "site")).hasSize(160).allMatch(DemoIds::contains);

    List<JsonNode> found = office.all(office.dispatcher(), Office.CLIENTS + "?q=06%2039%2098%2020%2008", 50);
    assertThat(found).extracting(client -> client.required("name").asString())
        .containsExactly("Mairie de Villeurbanne, patrimoine");
    UUID townHall = Office.id(found.getFirst());
    events.awaitSequence(townHall, 1);

    office.change(Office.CLIENTS + "/" + townHall, 1, Map.of("name", "Ville de Villeurbanne"));
    List<String> before = everything();
    beans.createBean(DemoLoader.class).load();
    assertThat(everything()).isEqualTo(before);
  }

  private List<String> usernames(String role) {
    return office.all(office.admin(), Office.USERS + "?role=" + role, 100).stream()
        .map(user -> user.required("username").asString())
        .toList();
  }

  private List<UUID> ids(String... tables) {
    return Stream.of(tables)
        .flatMap(table -> jdbc.sql("select id from " + table + OF_THE_DEMO).query(byte[].class).list().stream())
        .map(Ids::uuid)
        .toList();
  }

  private long count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Long.class).single();
  }

  /** As text: bytes are not equal to their likes. */
  private List<String> everything() {
    return Stream.of("person", "client", "site", "client_counter")
        .flatMap(
            table ->
                jdbc.sql("select * from " + table + " order by 1 limit 2000").query().listOfRows().stream())
        .map(row -> Arrays.deepToString(row.values().toArray()))
        .toList();
  }
}
