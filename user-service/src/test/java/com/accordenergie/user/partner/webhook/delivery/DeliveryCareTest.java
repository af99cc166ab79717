package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import com.accordenergie.user.partner.stream.Telling;
import com.accordenergie.user.partner.webhook.Receiver;
import com.accordenergie.user.partner.webhook.Setup;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is forgotten, and what is measured. */
@ServiceTest
class DeliveryCareTest {

  @Autowired Office office;
  @Autowired Telling telling;
  @Autowired JdbcClient jdbc;
  @Autowired DeliveryCleaning cleaning;
  @Autowired MeterRegistry meters;

  private int rows(Setup setup) {
    return jdbc.sql("select count(*) from webhook_delivery where webhook_id = ?")
        .param(Ids.bytes(setup.webhook()))
        .query(Integer.class)
        .single();
  }

  @Test
  void whatWasDeliveredIsForgottenAfterAMonth() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      telling.versions(UUID.randomUUID(), setup.client(), 1, 3);
      setup.awaitStates("DELIVERED", 3);
      jdbc.sql(
              """
              update webhook_delivery set finished_at = finished_at - interval 31 day
              where webhook_id = ? order by number limit 2
              """)
          .param(Ids.bytes(setup.webhook()))
          .update();

      cleaning.clean();

      assertThat(rows(setup)).isOne();
    }
  }

  @Test
  void whatNobodyHasIsForgottenAltogether() {
    try (var receiver = new Receiver()) {
      Setup deleted = Setup.of(office, receiver);
      telling.versions(UUID.randomUUID(), deleted.client(), 1, 3);
      deleted.awaitStates("DELIVERED", 3);
      Setup retired = Setup.of(office, receiver);
      Setup kept = Setup.of(office, receiver);
      office.delete(office.admin(), deleted.uri(), 1).expectStatus().isNoContent();
      office
          .delete(office.admin(), Office.PARTNERS + "/" + retired.partner(), 1)
          .expectStatus()
          .isNoContent();

      cleaning.clean();

      assertThat(rows(deleted)).isZero();
      office.get(office.admin(), retired.uri()).expectStatus().isNotFound();
      office.get(office.admin(), kept.uri()).expectStatus().isOk();
    }
  }

  @Test
  void whatWaitsIsMeasured() {
    try (var receiver = new Receiver().answering(503)) {
      Setup setup = Setup.of(office, receiver);
      telling.versions(UUID.randomUUID(), setup.client(), 1, 3);
      setup.awaitStates("WAITING", 3);
      jdbc.sql(
              """
              update webhook_delivery set created_at = created_at - interval 1 hour
              where webhook_id = ? order by number desc limit 1
              """)
          .param(Ids.bytes(setup.webhook()))
          .update();

      assertThat(meters.get("accord.webhooks.waiting").gauge().value()).isGreaterThanOrEqualTo(1);
      assertThat(meters.get("accord.webhooks.oldest").gauge().value()).isGreaterThan(3599);
      office.delete(office.admin(), setup.uri(), 1).expectStatus().isNoContent();
      assertThat(meters.get("accord.webhooks.oldest").gauge().value()).isLessThan(3599);
    }
  }
}
