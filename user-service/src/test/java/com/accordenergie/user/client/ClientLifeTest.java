package com.accordenergie.user.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ClientLifeTest {

  @Autowired Office office;
  @Autowired CapturedEvents events;

  @Test
  void aDispatcherTakesAClientOnWhileOnThePhone() {
    var answer =
        office.post(
            office.dispatcher(),
            Office.CLIENTS,
            Map.of(
                "name", "  Boulangerie   Dupont ",
                "contactName", "Mathieu Dupont",
                "phone", "04 65 71 09 09"));
    answer.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
    JsonNode client = Office.json(answer);
    UUID id = Office.id(client);
    answer.expectHeader().location(Office.CLIENTS + "/" + id);
    assertThat(client.required("code").asString()).matches("CLI-[0-9]{5}");
    assertThat(client.required("name").asString()).isEqualTo("Boulangerie Dupont");
    assertThat(client.required("email").isNull()).isTrue();

    var site = office.post(office.dispatcher(), Office.sitesOf(id), Office.site());
    site.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
    assertThat(Office.json(office.get(office.dispatcher(), Office.CLIENTS + "/" + id)))
        .isEqualTo(client);
    assertThat(events.awaitSequence(id, 1).getFirst().data().required("code"))
        .isEqualTo(client.required("code"));
  }

  @Test
  void aClientChangesIsRetiredAndTakenBack() {
    UUID id = office.takeOn();
    String uri = Office.CLIENTS + "/" + id;
    String code = office.read(uri).required("code").asString();

    office.change(uri, 1, Map.of("name", "Boulangerie Martin", "phone", "04 65 71 09 10"));
    office.change(uri, 2, Map.of("phone", "04 65 71 09 11"));
    office.patch(office.admin(), uri, 3, "{\"phone\":null}").expectStatus().isOk();
    office.delete(office.admin(), uri, 4).expectStatus().isNoContent();
    office.delete(office.admin(), uri, 5).expectStatus().isNoContent();
    JsonNode back = office.change(uri, 5, Map.of("active", true));

    assertThat(back.required("phone").isNull()).isTrue();
    assertThat(back.required("code").asString()).isEqualTo(code);
    List<CapturedEvent> told = events.awaitSequence(id, 6);
    assertThat(told)
        .extracting(CapturedEvent::routingKey)
        .containsExactly(
            "client.created",
            "client.updated",
            "client.updated",
            "client.updated",
            "client.retired",
            "client.updated");
    assertThat(told.get(1).data().required("name").asString()).isEqualTo("Boulangerie Martin");
  }

  @Test
  void aClientThatSomebodyLogsInForIsNotRetired() {
    UUID id = office.takeOn();
    String uri = Office.CLIENTS + "/" + id;
    Map<String, Object> user = Office.person("CLIENT");
    user.put("clientId", id);
    UUID userId = Office.id(office.create(Office.USERS, user));

    var refused = office.delete(office.admin(), uri, 1);
    refused.expectStatus().isEqualTo(409);
    assertThat(Office.text(refused)).contains("urn:accord:problem:client-in-use");
    office
        .patch(office.admin(), uri, 1, Map.of("active", false))
        .expectStatus()
        .isEqualTo(409);

    office.delete(office.admin(), Office.USERS + "/" + userId, 1).expectStatus().isNoContent();
    office.delete(office.admin(), uri, 1).expectStatus().isNoContent();
    assertThat(events.awaitSequence(id, 2))
        .extracting(CapturedEvent::routingKey)
        .containsExactly("client.created", "client.retired");
  }

  @Test
  void nothingIsAddedToARetiredClient() {
    UUID id = office.takeOn();
    UUID site = office.open(id);
    String siteUri = Office.sitesOf(id) + "/" + site;
    office.delete(office.admin(), siteUri, 1).expectStatus().isNoContent();
    office.delete(office.admin(), Office.CLIENTS + "/" + id, 1).expectStatus().isNoContent();

    var refused = office.post(office.dispatcher(), Office.sitesOf(id), Office.site());
    refused.expectStatus().isEqualTo(409);
    assertThat(Office.text(refused)).contains("urn:accord:problem:client-retired");
    office
        .patch(office.admin(), siteUri, 2, Map.of("active", true))
        .expectStatus()
        .isEqualTo(409);
    office.change(siteUri, 2, Map.of("accessNotes", "Clé perdue"));

    office.change(Office.CLIENTS + "/" + id, 2, Map.of("active", true));
    office.change(siteUri, 3, Map.of("active", true));
  }

  @Test
  void aSiteHasALifeOfItsOwn() {
    UUID client = office.takeOn();
    Map<String, Object> chaufferie = Office.site();
    chaufferie.put("contactName", "M. Ferreira");
    chaufferie.put("contactPhone", "+33 6 39 98 09 09");
    chaufferie.put("accessNotes", "Code 1407A\r\nclé chez le gardien");
    UUID id = Office.id(office.create(Office.sitesOf(client), chaufferie));
    String uri = Office.sitesOf(client) + "/" + id;

    office.change(uri, 1, Map.of("name", "Chaufferie", "postalCode", "69006"));
    office.change(uri, 2, Map.of("name", "Chaufferie"));
    office.delete(office.admin(), uri, 2).expectStatus().isNoContent();
    office.change(uri, 3, Map.of("active", true));

    List<CapturedEvent> told = events.awaitSequence(id, 4);
    assertThat(told)
        .extracting(CapturedEvent::routingKey)
        .containsExactly("site.created", "site.updated", "site.retired", "site.updated");
    JsonNode last = told.getLast().data();
    assertThat(last.required("clientId").asString()).isEqualTo(client.toString());
    assertThat(last.required("postalCode").asString()).isEqualTo("69006");
    assertThat(last.required("accessNotes").asString())
        .isEqualTo("Code 1407A\nclé chez le gardien");
    assertThat(events.awaitSequence(client, 1)).hasSize(1);
  }
}
