package com.accordenergie.user.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import com.accordenergie.user.partner.webhook.Receiver;
import com.accordenergie.user.partner.webhook.Setup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an admin sees of a partner's program: whether it is alive, and how far behind. */
@ServiceTest
class PartnerActivityTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Office office;
  @Autowired Clock clock;

  @Test
  void aNewPartnerHasAStreamAndHasReadNothing() {
    UUID partner = newPartner();

    JsonNode activity = await(partner, seen -> seen.required("stream").isObject());

    assertThat(activity.at("/stream/following").asBoolean()).isTrue();
    assertThat(activity.at("/stream/head").isIntegralNumber()).isTrue();
    assertThat(activity.required("feedReadAt").isNull()).isTrue();
    assertThat(activity.required("webhooks")).isEmpty();
  }

  @Test
  void whoReadsTheFeedIsSeenToTheMinute() {
    UUID partner = newPartner();
    await(partner, seen -> seen.required("stream").isObject());
    Instant before = clock.instant();

    office.get(Caller.partner(partner), "/api/v1/partner/events").expectStatus().isOk();

    Instant read = Instant.parse(activity(partner).required("feedReadAt").asString());
    assertThat(read).isBetween(before.minusSeconds(60), clock.instant());
    assertThat(read.getEpochSecond() % 60).isZero();
  }

  @Test
  void whatAReceiverDoesNotTakeIsSeenUntilItTakesIt() {
    try (var receiver = new Receiver().answering(500)) {
      Setup setup = Setup.of(office, receiver);
      String test =
          Office.json(office.post(office.admin(), setup.uri() + "/test", Map.of()))
              .required("id")
              .asString();

      JsonNode failing = awaitWebhook(setup, seen -> seen.required("retrying").asLong() == 1);
      assertThat(failing.required("id").asString()).isEqualTo(setup.webhook().toString());
      assertThat(failing.required("waiting").asLong()).isOne();
      assertThat(failing.required("lastDeliveredAt").isNull()).isTrue();

      receiver.answering(204);
      office
          .post(office.admin(), setup.deliveries() + "/" + test + "/replay", Map.of())
          .expectStatus()
          .isAccepted();

      JsonNode served = awaitWebhook(setup, seen -> seen.required("lastDeliveredAt").isString());
      assertThat(served.required("waiting").asLong()).isZero();
      assertThat(served.required("retrying").asLong()).isZero();
    }
  }

  @Test
  void whatAWebhookHasTakenStandsBesideTheEndOfTheStream() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);

      JsonNode activity =
          await(
              setup.partner(), seen -> seen.at("/webhooks/0/takenTo").isIntegralNumber());

      assertThat(activity.at("/webhooks/0/takenTo").asLong())
          .isLessThanOrEqualTo(activity.at("/stream/head").asLong());
    }
  }

  private UUID newPartner() {
    return Office.id(office.create(Office.PARTNERS, Office.partner(office.takeOn())));
  }

  private JsonNode activity(UUID partner) {
    return office.read(Office.PARTNERS + "/" + partner + "/activity");
  }

  private JsonNode await(UUID partner, Predicate<JsonNode> condition) {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> activity(partner), condition);
  }

  private JsonNode awaitWebhook(Setup setup, Predicate<JsonNode> condition) {
    return await(setup.partner(), seen -> condition.test(seen.required("webhooks").required(0)))
        .required("webhooks")
        .required(0);
  }
}
