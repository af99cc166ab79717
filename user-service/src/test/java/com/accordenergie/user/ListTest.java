package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.SqlStatements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ListTest {

  @Autowired Office office;
  @Autowired SqlStatements statements;

  @Test
  void pagesShowEverybodyOnceByName() {
    UUID client = office.takeOn();
    for (String name : List.of("Émile", "eric", "Zoé", "Anne", "anne", "Ève", "Éric")) {
      Map<String, Object> user = Office.person("CLIENT");
      user.put("clientId", client);
      user.put("displayName", name);
      office.create(Office.USERS, user);
    }
    for (int limit : List.of(1, 2, 3, 7, 100)) {
      List<String> names =
          office.all(office.admin(), Office.USERS + "?clientId=" + client, limit).stream()
              .map(user -> user.required("displayName").asString().toLowerCase())
              .toList();
      assertThat(names).hasSize(7);
      assertThat(names.subList(0, 2)).containsOnly("anne");
      assertThat(names.get(2)).isEqualTo("émile");
      assertThat(names.subList(3, 5)).containsExactlyInAnyOrder("eric", "éric");
      assertThat(names.subList(5, 7)).containsExactly("ève", "zoé");
    }
  }

  @Test
  void filtersNarrowTogether() {
    UUID client = office.takeOn();
    Map<String, Object> user = Office.person("CLIENT");
    user.put("clientId", client);
    UUID id = Office.id(office.create(Office.USERS, user));
    String list = Office.USERS + "?clientId=" + client;

    assertThat(ids(list + "&role=CLIENT&active=true")).containsExactly(id);
    assertThat(ids(list + "&active=false")).isEmpty();
    assertThat(ids(list + "&role=ADMIN")).isEmpty();
    assertThat(ids(list + "&q=camille")).containsExactly(id);
    assertThat(ids(Office.USERS + "?q=" + user.get("username") + "&role=DISPATCHER")).isEmpty();
    office.delete(office.admin(), Office.USERS + "/" + id, 1).expectStatus().isNoContent();
    assertThat(ids(list + "&active=false")).containsExactly(id);
    assertThat(ids(list + "&active=true&q=camille")).isEmpty();
  }

  @Test
  void sitesByName() {
    UUID client = office.takeOn();
    IntStream.range(0, 5)
        .forEach(
            i -> {
              Map<String, Object> site = Office.site();
              site.put("name", "Site " + (char) ('e' - i));
              office.create(Office.sitesOf(client), site);
            });
    assertThat(office.all(office.dispatcher(), Office.sitesOf(client), 2))
        .extracting(site -> site.required("name").asString())
        .containsExactly("Site a", "Site b", "Site c", "Site d", "Site e");
    assertThat(office.all(office.dispatcher(), Office.sitesOf(client) + "?active=false", 2)).isEmpty();
  }

  @Test
  void aPageTakesAtMostThreeStatements() {
    UUID client = office.takeOn();
    office.open(client);
    office.register("TECHNICIAN");
    for (String uri :
        List.of(
            Office.USERS,
            Office.USERS + "?q=camille%20exemple&role=TECHNICIAN&active=true",
            Office.CLIENTS,
            Office.CLIENTS + "?q=boulangerie%20lyon",
            Office.sitesOf(client),
            Office.TECHNICIANS,
            Office.TECHNICIANS + "?skill=plomberie",
            Office.TECHNICIANS + "?q=camille%20exemple&skill=plomberie")) {
      assertThat(statements.during(() -> office.read(uri)))
          .as(uri)
          .hasSizeLessThanOrEqualTo(3)
          .isNotEmpty();
    }
  }

  @Test
  void aReadSaysItsVersionAndIsNotRepeatedForNothing() {
    String uri = Office.CLIENTS + "/" + office.takeOn();
    office.get(office.admin(), uri).expectHeader().valueEquals("ETag", "\"1\"");
    JsonNode client = office.read(uri);
    assertThat(client.propertyNames())
        .contains("id", "code", "name", "contactName", "phone", "email", "active", "version");
  }

  private List<UUID> ids(String uri) {
    return office.all(office.admin(), uri, 50).stream().map(Office::id).toList();
  }
}
