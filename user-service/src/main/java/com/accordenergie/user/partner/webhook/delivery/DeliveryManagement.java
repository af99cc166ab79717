package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.partner.stream.translation.PublicEvent;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What an admin sees of deliveries, and has done again. */
@Service
@Transactional
public class DeliveryManagement {

  static final String TEST = "webhook.test";

  private final Webhooks webhooks;
  private final DeliveryDirectory directory;
  private final Replays replays;
  private final Intake intake;
  private final JsonMapper json;

  DeliveryManagement(
      Webhooks webhooks,
      DeliveryDirectory directory,
      Replays replays,
      Intake intake,
      JsonMapper json) {
    this.webhooks = webhooks;
    this.directory = directory;
    this.replays = replays;
    this.intake = intake;
    this.json = json;
  }

  @Transactional(readOnly = true)
  public Page<Delivery> find(UUID partner, UUID webhook, DeliveryFilter filter, PageRequest page) {
    webhooks.find(partner, webhook).orElseThrow(Problems::notFound);
    return directory.find(webhook, filter, page);
  }

  /** How far each of a partner's webhooks has come. */
  @Transactional(readOnly = true)
  public List<Standing> standings(UUID partner) {
    return directory.standings(partner);
  }

  /** Whatever has become of it, it is sent as soon as may be. */
  public Delivery replay(UUID partner, UUID webhook, UUID id) {
    lock(partner, webhook);
    Delivery delivery = directory.find(webhook, id).orElseThrow(Problems::notFound);
    replays.again(webhook, delivery);
    return directory.find(webhook, id).orElseThrow(Problems::notFound);
  }

  /** All that were given up, of what happened in that span; returns how many it were. */
  public int replayFailed(UUID partner, UUID webhook, Instant from, Instant to) {
    lock(partner, webhook);
    return replays.failed(webhook, from, to);
  }

  /** Everything that happened in that span, from the stream, before it goes on there. */
  public void replayAll(UUID partner, UUID webhook, Instant from, Instant to) {
    lock(partner, webhook);
    intake.askAgain(webhook, from, to);
  }

  /** Sends what tells nothing. */
  public Delivery test(UUID partner, UUID id, Instant at) {
    Webhook webhook = lock(partner, id);
    UUID event = Ids.next();
    var envelope =
        PublicEvent.Envelope.of(
            TEST, event, id, at, webhook.version(), new Test(id, partner));
    List<UUID> added =
        intake.add(
            id,
            List.of(new NewDelivery(event, TEST, null, id, at, json.writeValueAsBytes(envelope))));
    return directory.find(id, added.getFirst()).orElseThrow();
  }

  /** The data of a {@code partner.webhook.test} event. */
  record Test(UUID id, UUID partnerId) {}

  private Webhook lock(UUID partner, UUID webhook) {
    return webhooks.lock(partner, webhook).orElseThrow(Problems::notFound);
  }
}
