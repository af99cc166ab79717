package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner reads what is its clients', all of it, and nothing else. */
@ServiceTest
class PartnerStreamTest {

  @Autowired Office office;
  @Autowired Telling telling;

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
    assertThat(reader.ids().subList(1, 61)).isEqualTo(told);
    assertThat(reader.events().getFirst().required("type").asString())
        .as("that its client was taken on is part of the past")
        .isEqualTo("com.accordenergie.partner.client.created.v1");
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
    assertThat(reader.ids().subList(1, 91)).isEqualTo(told);
    assertThat(reader.events()).hasSize(91);
  }
}
