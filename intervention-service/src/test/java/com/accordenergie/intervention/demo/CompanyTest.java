package com.accordenergie.intervention.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.intervention.demo.Company.Premises;
import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With whom the demo plays, where others are at home too. */
@ServiceTest
class CompanyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired PublishedEvents events;
  @Autowired JdbcClient jdbc;

  @Test
  void nobodyButTheDemosOwnPeopleAndClientsHasAPart() {
    events.inOrder(this::tellOfSomebodyElse);
    await("somebody else is here").atMost(PATIENCE).until(() -> Company.isSomebodyElses(jdbc));

    List<UUID> dispatchers = ids("dispatcher", 3);
    List<UUID> technicians = ids("technician", 12);
    List<UUID> clients = ids("client", 40);
    List<UUID> sites = ids("site", 60);
    events.inOrder(
        () -> {
          tellPerson(UUID.randomUUID(), Role.ADMIN);
          dispatchers.forEach(id -> tellPerson(id, Role.DISPATCHER));
          technicians.forEach(id -> tellPerson(id, Role.TECHNICIAN));
          clients.forEach(this::tellClient);
          for (int i = 0; i < sites.size(); i++) {
            tellSite(sites.get(i), clients.get(i % clients.size()));
          }
        });
    await("the demo is here").atMost(PATIENCE).until(() -> Company.isComplete(jdbc));

    Company company = Company.read(jdbc);
    assertThat(Company.isSomebodyElses(jdbc)).isFalse();
    assertThat(company.dispatchers())
        .extracting(Caller::id)
        .containsExactlyInAnyOrderElementsOf(dispatchers);
    assertThat(company.technicians())
        .extracting(Caller::id)
        .containsExactlyInAnyOrderElementsOf(technicians);
    assertThat(company.premises())
        .extracting(Premises::siteId)
        .containsExactlyInAnyOrderElementsOf(sites);
    assertThat(company.premises()).extracting(Premises::clientId).hasSameElementsAs(clients);
  }

  /** Enough of them for a company. */
  private void tellOfSomebodyElse() {
    UUID client = UUID.randomUUID();
    tellClient(client);
    tellSite(UUID.randomUUID(), client);
    for (int i = 0; i < 3; i++) {
      tellPerson(UUID.randomUUID(), Role.DISPATCHER);
      tellPerson(UUID.randomUUID(), Role.TECHNICIAN);
    }
  }

  private static List<UUID> ids(String kind, int count) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(DemoIds.of("test " + kind + " " + i, DemoIds.OPENING.plus(Duration.ofHours(i))));
    }
    return ids;
  }

  private void tellPerson(UUID id, Role role) {
    Map<String, Object> data = new HashMap<>();
    data.put("id", id);
    data.put("username", "u" + id.toString().substring(24));
    data.put("email", id + "@example.fr");
    data.put("displayName", "Camille Martin");
    data.put("role", role);
    data.put("clientId", null);
    data.put("phone", null);
    data.put("active", true);
    data.put("skills", List.of());
    events.publish(EventType.v1("user.created"), id, 1, data);
  }

  private void tellClient(UUID id) {
    events.publish(
        EventType.v1("client.created"),
        id,
        1,
        Map.of(
            "id", id, "code", "C" + id.toString().substring(24), "name", "Le Fournil", "active", true));
  }

  private void tellSite(UUID id, UUID client) {
    Map<String, Object> data = new HashMap<>();
    data.put("id", id);
    data.put("clientId", client);
    data.put("name", "Chaufferie");
    data.put("addressLine", "12 rue des Lilas");
    data.put("postalCode", "69003");
    data.put("city", "Lyon");
    data.put("contactName", null);
    data.put("contactPhone", null);
    data.put("accessNotes", null);
    data.put("active", true);
    events.publish(EventType.v1("site.created"), id, 1, data);
  }
}
