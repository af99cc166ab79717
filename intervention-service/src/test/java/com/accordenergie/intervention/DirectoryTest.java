package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, clients and sites belong to the user-service; here they are known from what it tells. */
@ServiceTest
class DirectoryTest {

  @Autowired Trade trade;
  @Autowired PublishedEvents events;
  @Autowired UserServiceDouble userService;
  @Autowired JdbcClient jdbc;

  private String clientName(UUID id) {
    return jdbc.sql("select name from client where id = ?").param(Ids.bytes(id)).query(String.class).single();
  }

  @Test
  void anOlderEventNeverOverwritesANewerOne() {
    UUID client = UUID.randomUUID();
    trade.tellClient(client, "Lycée Pasteur", true, 3);
    trade.tellClient(client, "Lycée Louis-Pasteur", true, 2);
    trade.tellClient(client, "Lycée", true, 1);
    trade.awaitKnown("client", client, 3);
    trade.tellClient(client, "Lycée Louis-Pasteur", true, 2);
    UUID last = UUID.randomUUID();
    trade.tellClient(last, "Repère", true, 1);
    trade.awaitKnown("client", last, 1);

    assertThat(clientName(client)).isEqualTo("Lycée Pasteur");
  }

  @Test
  void whatHasNotBeenToldYetIsAskedForOnceInTheCallersName() {
    Cast cast = trade.cast();
    UUID client = UUID.randomUUID();
    UUID site = UUID.randomUUID();
    Caller technician = Caller.technician(UUID.randomUUID());
    userService.hasClient(client, Map.of("id", client, "code", "C9", "name", "Mairie de Bron", "active", true, "version", 2));
    Map<String, Object> told = new HashMap<>(Trade.site(client, site));
    told.put("version", 4);
    userService.hasSite(client, site, told);
    userService.hasTechnician(
        technician.id(),
        Map.of("id", technician.id(), "displayName", "Alex Petit", "active", true, "version", 1));
    Map<String, Object> request = trade.request(cast);
    request.put("clientId", client);
    request.put("siteId", site);

    UUID id = trade.post(cast.owner(), "/api/v1/interventions", request).is(201).id();
    trade.post(cast.owner(), "/api/v1/interventions", request).is(201);
    trade.move(cast.owner(), id, Map.of("to", "ASSIGNED", "technicianId", technician.id())).is(200);

    assertThat(userService.askedFor(client)).isEqualTo(1);
    assertThat(userService.askedFor(site)).isEqualTo(1);
    assertThat(userService.askedFor(technician.id())).isEqualTo(1);
    trade.read(technician, id).is(200);
    // The event that was on its way changes nothing; the next one does.
    trade.tellClient(client, "Ancien nom", true, 1);
    trade.tellClient(client, "Ville de Bron", true, 3);
    trade.awaitKnown("client", client, 3);
    assertThat(clientName(client)).isEqualTo("Ville de Bron");
  }

  @Test
  void aClientWhoHasComeBackIsServedBeforeTheEventIsThere() {
    Cast cast = trade.cast();
    UUID client = cast.client().clientId();
    trade.tellClient(client, "Mairie de Bron", false, 2);
    trade.awaitKnown("client", client, 2);
    Map<String, Object> request = trade.request(cast);
    trade.post(cast.owner(), "/api/v1/interventions", request).is(422).pointsAt("#/clientId");
    userService.hasClient(
        client, Map.of("id", client, "code", "C7", "name", "Mairie de Bron", "active", true, "version", 3));

    trade.post(cast.owner(), "/api/v1/interventions", request).is(201);
  }

  @Test
  void workIsHandedToADispatcherWhoHasJustBeenHired() {
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    Caller hired = Caller.dispatcher(UUID.randomUUID());
    Map<String, Object> user =
        Map.of("id", hired.id(), "displayName", "Noé Perrin", "role", "DISPATCHER", "active", true, "version", 1);
    trade
        .change(cast.admin(), id, Map.of("ownerId", hired.id()))
        .isProblem(422, "invalid-values")
        .pointsAt("#/ownerId");
    userService.hasUser(hired.id(), user);

    trade.change(cast.admin(), id, Map.of("ownerId", hired.id())).is(200);

    assertThat(trade.read(hired, id).is(200).text()).contains("Noé Perrin");
    assertThat(userService.askedFor(hired.id())).isEqualTo(2);
  }

  @Test
  void workIsHandedToADispatcherWhoHasJustComeBack() {
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    UUID back = cast.colleague().id();
    trade.tellPerson(cast.colleague(), false, 2);
    trade.awaitKnown("person", back, 2);
    trade.change(cast.admin(), id, Map.of("ownerId", back)).is(422).pointsAt("#/ownerId");
    userService.hasUser(
        back, Map.of("id", back, "displayName", "Noé Perrin", "role", "DISPATCHER", "active", true, "version", 3));

    trade.change(cast.admin(), id, Map.of("ownerId", back)).is(200);
  }

  @Test
  void theTimesOfATechnicianJustHiredAreAllFree() {
    Cast cast = trade.cast();
    UUID hired = UUID.randomUUID();
    String busy =
        "/api/v1/technicians/%s/busy?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z".formatted(hired);
    trade.get(cast.owner(), busy).isProblem(404, "not-found");
    userService.hasTechnician(
        hired, Map.of("id", hired, "displayName", "Alex Petit", "active", true, "version", 1));

    assertThat(trade.get(cast.owner(), busy).is(200).items()).isEmpty();
  }

  @Test
  void whoWasErasedLeavesNoName() {
    Cast cast = trade.cast();
    UUID id = trade.interventionIn("ASSIGNED", cast);
    assertThat(trade.read(cast.owner(), id).text()).contains("Camille Martin");
    for (Caller person : new Caller[] {cast.owner(), cast.technician()}) {
      events.publish(EventType.v1("user.erased"), person.id(), 2, Map.of("id", person.id()));
      trade.awaitKnown("person", person.id(), 2);
    }

    assertThat(trade.read(cast.admin(), id).is(200).text()).doesNotContain("Camille Martin");
  }
}
