package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner reads what is its clients', all of it, and nothing else. */
@ServiceTest
class PartnerStreamTest {

  @Autowired Office office;
  @Autowired Telling telling;
  @Autowired PublishedEvents events;
  @Autowired Environment environment;
  @Autowired PartnerStreams streams;
  @Autowired Streams broker;
  @Autowired StreamTable table;
  @Autowired JdbcClient jdbc;

  private UUID partnerOf(UUID... clients) {
    return Office.id(office.create(Office.PARTNERS, Office.partner(clients)));
  }

  private static String uri(UUID partner) {
    return Office.PARTNERS + "/" + partner;
  }

  @Test
  void whatItsClientHearsIsReadInOrderAndNothingOfOthers() {
    UUID client = UUID.randomUUID();
    UUID mine = office.takeOn();
    UUID other = office.takeOn();
    UUID partner = partnerOf(mine);
    UUID intervention = UUID.randomUUID();

    List<String> told = telling.versions(intervention, mine, 1, 50);
    telling.versions(UUID.randomUUID(), other, 1, 50);
    telling.versions(UUID.randomUUID(), client, 1, 50);
    told.addAll(telling.versions(intervention, mine, 51, 60));

    FeedReader reader = new FeedReader(office, partner, 7).untilThereAre(61);
    assertThat(reader.idsOfWork()).isEqualTo(told);
    assertThat(reader.events())
        .extracting(event -> event.required("type").asString())
        .as("that its client was taken on is part of the past")
        .containsOnlyOnce("com.accordenergie.partner.client.created.v1");
    assertThat(reader.events()).hasSize(61);
  }

  @Test
  void theEntitlementDecidesAboutThePastToo() {
    UUID first = office.takeOn();
    UUID second = office.takeOn();
    List<String> ofFirst = telling.versions(UUID.randomUUID(), first, 1, 20);
    List<String> ofSecond = telling.versions(UUID.randomUUID(), second, 1, 20);
    UUID partner = partnerOf(first);
    assertThat(new FeedReader(office, partner).untilThereAre(21).ids()).containsAll(ofFirst);

    office.change(uri(partner), 1, Map.of("clientIds", List.of(first, second)));
    new FeedReader(office, partner).untilGeneration(2);
    List<String> both = new FeedReader(office, partner).untilThereAre(42).ids();
    assertThat(both).containsAll(ofFirst).containsAll(ofSecond).hasSize(42);

    office.change(uri(partner), 2, Map.of("clientIds", List.of(second)));
    new FeedReader(office, partner).untilGeneration(3);
    assertThat(new FeedReader(office, partner).untilThereAre(21).ids())
        .containsAll(ofSecond)
        .doesNotContainAnyElementsOf(ofFirst);

    office.change(uri(partner), 3, Map.of("eventTypes", List.of("comment.added")));
    FeedReader nothing = new FeedReader(office, partner).untilGeneration(4);
    assertThat(new FeedReader(office, partner).untilThereAre(0).ids()).isEmpty();
    assertThat(nothing.ids()).doesNotHaveDuplicates();
  }

  @Test
  void whoeverWritesSaysSoThoughThereIsNothingToWrite() {
    jdbc.sql("update partner_routing set routed_at = utc_timestamp(6) - interval 1 hour").update();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> table.routedSince().orElseThrow().compareTo(Duration.ofMinutes(1)) < 0);
  }

  @Test
  void whatARelayTellsAgainIsReadOnceWhoeverWrites() {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    UUID intervention = UUID.randomUUID();
    List<UUID> told = Stream.generate(UUID::randomUUID).limit(6).toList();
    for (int version = 1; version <= 5; version++) {
      tell(told.get(version - 1), intervention, client, version);
    }
    tell(told.get(4), intervention, client, 5);
    FeedReader reader = new FeedReader(office, partner).untilThereAre(6);

    new TurnOnTheBroker(environment).cut();
    tell(told.get(4), intervention, client, 5);
    tell(told.get(5), intervention, client, 6);

    assertThat(reader.untilThereAre(7).idsOfWork())
        .isEqualTo(told.stream().map(UUID::toString).toList());
    assertThat(reader.events()).hasSize(7);
  }

  private void tell(UUID event, UUID intervention, UUID client, long version) {
    events.inOrder(
        () ->
            events.publish(
                event,
                EventType.v1("intervention.updated"),
                intervention,
                version,
                Telling.intervention(intervention, client, "title")));
  }

  @Test
  void whatIsTakenAwayIsGoneAtOnce() {
    UUID kept = office.takeOn();
    UUID taken = office.takeOn();
    telling.versions(UUID.randomUUID(), kept, 1, 20);
    telling.versions(UUID.randomUUID(), taken, 1, 20);
    UUID partner = partnerOf(kept, taken);
    FeedReader reader = new FeedReader(office, partner).untilThereAre(42);

    office.change(uri(partner), 1, Map.of("clientIds", List.of(kept)));
    var answer = office.get(Caller.partner(partner), FeedReader.EVENTS + "?limit=100");
    assertThat(Office.text(answer)).doesNotContain(taken.toString());
    assertThat(answer.returnResult().getStatus().value())
        .as("until what is left is written")
        .isIn(200, 503);
    reader.untilGeneration(2);
  }

  @Test
  void whatIsTakenAwayFromASuspendedPartnerIsGoneBeforeItComesBack() {
    UUID kept = office.takeOn();
    UUID taken = office.takeOn();
    UUID partner = partnerOf(kept, taken);
    new FeedReader(office, partner).untilThereAre(2);
    String queue = streams.current().get(partner).queue();

    office.change(uri(partner), 1, Map.of("state", "SUSPENDED"));
    office.change(uri(partner), 2, Map.of("clientIds", List.of(kept)));

    await().atMost(Duration.ofSeconds(20)).until(() -> !broker.exists(queue));
    office.change(uri(partner), 3, Map.of("state", "ACTIVE"));
    assertThat(new FeedReader(office, partner).untilThereAre(1).events()).hasSize(1);
  }

  @Test
  void whoIsEntitledAnewWhileTheStreamIsWrittenReadsEachOnce() {
    UUID first = office.takeOn();
    UUID second = office.takeOn();
    telling.versions(UUID.randomUUID(), first, 1, 50);
    List<String> ofSecond = telling.versions(UUID.randomUUID(), second, 1, 50);
    UUID partner = partnerOf(first);
    for (int version = 1; version < 10; version += 2) {
      office.change(uri(partner), version, Map.of("clientIds", List.of(first, second)));
      office.change(uri(partner), version + 1, Map.of("clientIds", List.of(second)));
    }

    FeedReader reader = new FeedReader(office, partner).untilThereAre(51);
    assertThat(reader.ids()).doesNotHaveDuplicates().hasSize(51);
    assertThat(reader.idsOfWork()).isEqualTo(ofSecond);
  }

  @Test
  void aSuspendedPartnerReadsNothingAndThenGoesOnWhereItWas() {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    UUID intervention = UUID.randomUUID();
    List<String> told = new ArrayList<>(telling.versions(intervention, client, 1, 30));
    FeedReader reader = new FeedReader(office, partner).untilThereAre(31);

    office.change(uri(partner), 1, Map.of("state", "SUSPENDED"));
    told.addAll(telling.versions(intervention, client, 31, 60));
    office
        .get(Caller.partner(partner), FeedReader.EVENTS)
        .expectStatus()
        .isForbidden();
    office.change(uri(partner), 2, Map.of("state", "ACTIVE"));
    told.addAll(telling.versions(intervention, client, 61, 90));

    reader.untilThereAre(91);
    assertThat(reader.idsOfWork()).isEqualTo(told);
    assertThat(reader.events()).hasSize(91);
  }
}
