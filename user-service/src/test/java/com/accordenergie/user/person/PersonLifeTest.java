package com.accordenergie.user.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PersonLifeTest {

  private static final String ME = "/api/v1/me";

  @Autowired Office office;
  @Autowired CapturedEvents events;
  @Autowired JdbcClient jdbc;

  @Test
  void aTechnicianComesLearnsLeavesAndComesBack() {
    Map<String, Object> julien = Office.technician("Chaudière gaz", " chaudière   fioul ");
    julien.put("phone", "06 12 34 56 78");
    var answer = office.post(office.admin(), Office.TECHNICIANS, julien);
    answer.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
    UUID id = Office.id(Office.json(answer));
    answer.expectHeader().location(Office.TECHNICIANS + "/" + id);
    String uri = Office.TECHNICIANS + "/" + id;

    office.change(uri, 1, Map.of("skills", List.of("Chaudière gaz", "Pompe à chaleur")));
    office.get(Caller.technician(id), ME).expectStatus().isOk();
    office.delete(office.admin(), uri, 2).expectStatus().isNoContent();
    office.get(Caller.technician(id), ME).expectStatus().isUnauthorized();
    office.change(Office.USERS + "/" + id, 3, Map.of("active", true));
    office.get(Caller.technician(id), ME).expectStatus().isOk();

    List<CapturedEvent> told = events.awaitSequence(id, 4);
    assertThat(told)
        .extracting(CapturedEvent::routingKey)
        .containsExactly("user.created", "user.updated", "user.deactivated", "user.updated");
    assertThat(told).allMatch(event -> event.subject().equals(id));
    assertThat(texts(told.getFirst().data().required("skills")))
        .containsExactly("Chaudière gaz", "chaudière fioul");
    assertThat(told.get(2).data().required("active").asBoolean()).isFalse();
    assertThat(told.get(3).data().required("active").asBoolean()).isTrue();
    assertThat(office.read(uri).required("version").asLong()).isEqualTo(4);
  }

  @Test
  void whoWasDismissedAsAnAdminDoesNotTakeItBackWhileTheirTokenLasts() {
    for (Map<String, Object> dismissal :
        List.<Map<String, Object>>of(Map.of("active", false), Map.of("role", "DISPATCHER"))) {
      UUID id = office.register("ADMIN");
      Caller dismissed = Caller.admin(id);
      String uri = Office.USERS + "/" + id;
      office.post(dismissed, Office.USERS, Office.person("DISPATCHER")).expectStatus().isCreated();
      office.change(uri, 1, dismissal);

      office
          .patch(dismissed, uri, 2, Map.of("active", true, "role", "ADMIN"))
          .expectStatus()
          .isUnauthorized();
      office.post(dismissed, Office.USERS, Office.person("ADMIN")).expectStatus().isUnauthorized();
      assertThat(office.read(uri).required("version").asLong()).isEqualTo(2);
    }
  }

  @Test
  void whatChangesNothingIsNoChange() {
    UUID id = office.register("DISPATCHER");
    String uri = Office.USERS + "/" + id;
    JsonNode before = office.read(uri);

    JsonNode after =
        office.change(
            uri,
            1,
            Map.of(
                "displayName", "  " + before.required("displayName").asString() + " ",
                "email", before.required("email").asString().toUpperCase(),
                "active", true));
    office.delete(office.admin(), uri, 1).expectStatus().isNoContent();
    office
        .delete(office.admin(), uri, 2)
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("ETag", "\"2\"");

    assertThat(after).isEqualTo(before);
    office.change(uri, 2, Map.of("active", true));
    assertThat(events.awaitSequence(id, 3))
        .extracting(CapturedEvent::routingKey)
        .containsExactly("user.created", "user.deactivated", "user.updated");
  }

  @Test
  void anErasedPersonIsForgottenForGood() {
    Map<String, Object> person = Office.technician("Plomberie");
    person.put("phone", "06 98 76 54 32");
    UUID id = Office.id(office.create(Office.TECHNICIANS, person));
    String uri = Office.USERS + "/" + id;

    office.delete(office.admin(), uri + "?erase=true", 1).expectStatus().isNoContent();

    office.get(office.admin(), uri).expectStatus().isNotFound();
    office.get(office.admin(), Office.TECHNICIANS + "/" + id).expectStatus().isNotFound();
    office.patch(office.admin(), uri, 2, Map.of("active", true)).expectStatus().isNotFound();
    office.delete(office.admin(), uri + "?erase=true", 2).expectStatus().isNotFound();
    office.get(Caller.technician(id), ME).expectStatus().isNotFound();
    assertThat(office.all(office.admin(), Office.USERS + "?q=" + person.get("username"), 50))
        .isEmpty();
    List<CapturedEvent> told = events.awaitSequence(id, 2);
    assertThat(told.getLast().routingKey()).isEqualTo("user.erased");
    assertThat(told.getLast().data().propertyNames()).containsExactly("id");
    assertThat(everythingKeptOf(id)).doesNotContain((String) person.get("username"), "98 76", "Plomb");
  }

  @Test
  void theNameOfAnErasedPersonIsFreeAgain() {
    Map<String, Object> person = Office.person("DISPATCHER");
    UUID id = Office.id(office.create(Office.USERS, person));
    office.delete(office.admin(), Office.USERS + "/" + id + "?erase=true", 1);

    assertThat(Office.id(office.create(Office.USERS, person))).isNotEqualTo(id);
  }

  @Test
  void aRoleAndAClientFitOneAnother() {
    UUID client = office.takeOn();
    UUID id = office.register("DISPATCHER");
    String uri = Office.USERS + "/" + id;

    refused(uri, Map.of("role", "PARTNER"), "#/role");
    refused(uri, Map.of("role", "CLIENT"), "#/clientId");
    refused(uri, Map.of("clientId", client), "#/clientId");
    refused(uri, Map.of("skills", List.of("Plomberie")), "#/skills");
    refused(uri, Map.of("role", "CLIENT", "clientId", UUID.randomUUID()), "#/clientId");

    office.change(uri, 1, Map.of("role", "CLIENT", "clientId", client));
    refused(uri, 2, Map.of("role", "TECHNICIAN"), "#/clientId");
    office
        .patch(office.admin(), uri, 2, "{\"role\":\"TECHNICIAN\",\"clientId\":null}")
        .expectStatus()
        .isOk();
    assertThat(events.awaitSequence(id, 3))
        .extracting(event -> event.data().required("role").asString())
        .containsExactly("DISPATCHER", "CLIENT", "TECHNICIAN");
  }

  @Test
  void nobodyJoinsARetiredClient() {
    UUID client = office.takeOn();
    Map<String, Object> user = Office.person("CLIENT");
    user.put("clientId", client);
    UUID id = Office.id(office.create(Office.USERS, user));
    office.delete(office.admin(), Office.USERS + "/" + id, 1).expectStatus().isNoContent();
    office.delete(office.admin(), Office.CLIENTS + "/" + client, 1).expectStatus().isNoContent();

    Map<String, Object> another = Office.person("CLIENT");
    another.put("clientId", client);
    office.post(office.admin(), Office.USERS, another).expectStatus().isEqualTo(422);
    refused(Office.USERS + "/" + id, 2, Map.of("active", true), "#/clientId");
  }

  @Test
  void everybodySeesThemselves() {
    UUID client = Office.id(office.create(Office.CLIENTS, Map.of("name", "Crèche Les Lutins")));
    Map<String, Object> user = Office.person("CLIENT");
    user.put("clientId", client);
    UUID id = Office.id(office.create(Office.USERS, user));

    JsonNode me = Office.json(office.get(Caller.client(id, client), ME).expectStatus().isOk());

    assertThat(me.required("id").asString()).isEqualTo(id.toString());
    assertThat(me.required("role").asString()).isEqualTo("CLIENT");
    assertThat(me.required("clientId").asString()).isEqualTo(client.toString());
    assertThat(me.required("clientName").asString()).isEqualTo("Crèche Les Lutins");
  }

  @Test
  void adminsDoNotLockThemselvesOut() {
    UUID id = office.register("ADMIN");
    Caller self = Caller.admin(id);
    String uri = Office.USERS + "/" + id;

    for (var attempt :
        List.of(
            office.delete(self, uri, 1),
            office.delete(self, uri + "?erase=true", 1),
            office.patch(self, uri, 1, Map.of("active", false)),
            office.patch(self, uri, 1, Map.of("role", "DISPATCHER")))) {
      attempt.expectStatus().isEqualTo(409);
      assertThat(Office.text(attempt)).contains("urn:accord:problem:own-account");
    }
    office.patch(self, uri, 1, Map.of("displayName", "Nouveau nom")).expectStatus().isOk();
    assertThat(events.awaitSequence(id, 2)).hasSize(2);
  }

  @Test
  void theLastAdminStays() {
    List<JsonNode> admins =
        office.all(office.admin(), Office.USERS + "?role=ADMIN&active=true", 100);
    for (JsonNode admin : admins.subList(1, admins.size())) {
      office
          .delete(
              office.admin(), Office.USERS + "/" + Office.id(admin), admin.required("version").asLong())
          .expectStatus()
          .isNoContent();
    }
    JsonNode last = admins.getFirst();
    String uri = Office.USERS + "/" + Office.id(last);
    long version = last.required("version").asLong();

    for (var attempt :
        List.of(
            office.delete(office.admin(), uri, version),
            office.delete(office.admin(), uri + "?erase=true", version),
            office.patch(office.admin(), uri, version, Map.of("role", "TECHNICIAN")))) {
      attempt.expectStatus().isEqualTo(409);
      assertThat(Office.text(attempt)).contains("urn:accord:problem:last-admin");
    }
    office.register("ADMIN");
    office.delete(office.admin(), uri, version).expectStatus().isNoContent();
  }

  @Test
  void aNameThatSomebodyHasIsNamed() {
    Map<String, Object> first = Office.person("DISPATCHER");
    office.create(Office.USERS, first);
    Map<String, Object> sameName = Office.person("ADMIN");
    sameName.put("username", ((String) first.get("username")).toUpperCase());
    Map<String, Object> sameMail = Office.technician();
    sameMail.put("email", first.get("email"));

    JsonNode name =
        Office.json(
            office.post(office.admin(), Office.USERS, sameName).expectStatus().isEqualTo(409));
    JsonNode mail =
        Office.json(
            office.post(office.admin(), Office.TECHNICIANS, sameMail).expectStatus().isEqualTo(409));

    assertThat(name.required("type").asString()).isEqualTo("urn:accord:problem:already-taken");
    assertThat(name.required("field").asString()).isEqualTo("username");
    assertThat(mail.required("errors").get(0).required("pointer").asString()).isEqualTo("#/email");
    UUID other = office.register("DISPATCHER");
    office
        .patch(
            office.admin(), Office.USERS + "/" + other, 1, Map.of("email", first.get("email")))
        .expectStatus()
        .isEqualTo(409);
    assertThat(office.read(Office.USERS + "/" + other).required("version").asLong()).isOne();
  }

  private void refused(String uri, Map<String, ?> patch, String pointer) {
    refused(uri, 1, patch, pointer);
  }

  private void refused(String uri, long version, Map<String, ?> patch, String pointer) {
    JsonNode problem =
        Office.json(
            office.patch(office.admin(), uri, version, patch).expectStatus().isEqualTo(422));
    assertThat(problem.required("errors").get(0).required("pointer").asString()).isEqualTo(pointer);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private String everythingKeptOf(UUID id) {
    byte[] key = com.accordenergie.platform.id.Ids.bytes(id);
    return Arrays.asList(
            jdbc.sql("select * from person where id = ?").param(key).query().listOfRows(),
            jdbc.sql("select * from person_word where person_id = ?").param(key).query().listOfRows(),
            jdbc.sql("select * from person_skill where person_id = ?").param(key).query().listOfRows())
        .toString();
  }
}
