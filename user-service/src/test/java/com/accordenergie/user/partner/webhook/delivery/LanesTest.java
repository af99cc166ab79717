package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.user.partner.webhook.WebhookProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Who may send how much at once. */
class LanesTest {

  private final Lanes lanes =
      new Lanes(
          new Binder(
                  new MapConfigurationPropertySource(Map.of("accord.webhooks.in-all", "16")))
              .bindOrCreate("accord.webhooks", WebhookProperties.class));

  private List<Lanes.Place> takeAll(UUID webhook) {
    List<Lanes.Place> places = new ArrayList<>();
    while (lanes.free(webhook) > 0) {
      places.add(lanes.take(webhook));
    }
    return places;
  }

  private UUID slow() {
    UUID webhook = UUID.randomUUID();
    lanes.give(lanes.take(webhook), true);
    return webhook;
  }

  @Test
  void oneWebhookTakesEightAndAllTogetherNoMoreThanThereAre() {
    assertThat(takeAll(UUID.randomUUID())).hasSize(8);
    List<Lanes.Place> second = takeAll(UUID.randomUUID());
    assertThat(second).hasSize(8);
    UUID third = UUID.randomUUID();
    assertThat(takeAll(third)).isEmpty();
    second.forEach(place -> lanes.give(place, false));
    assertThat(takeAll(third)).hasSize(8);
  }

  @Test
  void thoseThatAreSlowTakeNothingFromThoseThatAreNot() {
    for (int i = 0; i < 20; i++) {
      assertThat(takeAll(slow()).size()).isLessThanOrEqualTo(2);
    }
    assertThat(takeAll(slow())).as("their lane is full").isEmpty();
    assertThat(takeAll(UUID.randomUUID())).hasSize(8);
  }

  @Test
  void whoIsQuickAgainTakesEightAgain() {
    UUID webhook = slow();
    List<Lanes.Place> places = takeAll(webhook);
    assertThat(places).hasSize(2);
    places.forEach(place -> lanes.give(place, false));
    assertThat(takeAll(webhook)).hasSize(8);
  }

  @Test
  void everyPlaceComesBack() {
    UUID webhook = slow();
    lanes.keepOnly(Set.of());
    takeAll(webhook).forEach(place -> lanes.give(place, true));
    assertThat(lanes.areTaken()).isFalse();
  }
}
