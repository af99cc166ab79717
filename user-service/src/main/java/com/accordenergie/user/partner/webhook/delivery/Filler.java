package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.messaging.StreamTurn;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.messaging.TakingTurns;
import com.accordenergie.user.partner.stream.PartnerStream;
import com.accordenergie.user.partner.stream.PartnerStreams;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookProperties;
import com.accordenergie.user.partner.webhook.Webhooks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a {@link Tap} open for each webhook that is called. One of all instances has the turn; if two
 * believed so for a moment, a tap that comes late finds its position taken and ends.
 */
@Component
class Filler extends TakingTurns {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final PartnerStreams streams;
  private final Webhooks webhooks;
  private final Lanes lanes;
  private final Tap.Tools tools;

  Filler(
      Streams broker,
      PartnerStreams streams,
      Webhooks webhooks,
      Lanes lanes,
      Intake intake,
      Dispatcher dispatcher,
      WebhookProperties properties,
      JsonMapper json) {
    super("webhook-filler", "accord.partners.webhooks", broker);
    this.streams = streams;
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.tools = new Tap.Tools(streams, intake, dispatcher, properties, json);
  }

  @Override
  protected void work(StreamTurn turn) throws Exception {
    Map<UUID, Tap> taps = new HashMap<>();
    try {
      while (isRunning() && turn.isHeld()) {
        open(taps);
        Thread.sleep(BETWEEN_LOOKS);
      }
    } finally {
      taps.values().forEach(Tap::close);
    }
  }

  private void open(Map<UUID, Tap> taps) {
    List<Webhook> called = webhooks.called();
    Map<UUID, PartnerStream> current = called.isEmpty() ? Map.of() : streams.current();
    Map<UUID, Integer> replays = called.isEmpty() ? Map.of() : tools.intake().replays();
    Map<UUID, Webhook> wanted =
        called.stream()
            .filter(webhook -> current.containsKey(webhook.partnerId()))
            .collect(Collectors.toMap(Webhook::id, webhook -> webhook));
    taps.entrySet()
        .removeIf(
            tap -> {
              Webhook webhook = wanted.get(tap.getKey());
              boolean serves =
                  webhook != null
                      && tap.getValue()
                          .serves(
                              webhook,
                              current.get(webhook.partnerId()),
                              replays.getOrDefault(webhook.id(), 0));
              if (!serves) {
                tap.getValue().close();
              }
              return !serves;
            });
    wanted.forEach(
        (id, webhook) ->
            taps.computeIfAbsent(
                id,
                key ->
                    Tap.open(
                        webhook,
                        current.get(webhook.partnerId()),
                        replays.getOrDefault(id, 0),
                        tools)));
    lanes.keepOnly(wanted.keySet());
  }
}
