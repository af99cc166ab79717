package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.messaging.Background;
import com.accordenergie.user.partner.webhook.WebhookProperties;
import com.accordenergie.user.partner.webhook.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, each on a thread of its own, as long as there is room in the {@link Lanes}. */
@Component
class Dispatcher extends Background {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration ENDING = Duration.ofSeconds(6);

  private final Deliveries deliveries;
  private final Webhooks webhooks;
  private final Courier courier;
  private final Lanes lanes;
  private final WebhookProperties properties;
  private final Clock clock;
  private final Semaphore news = new Semaphore(0);

  Dispatcher(
      Deliveries deliveries,
      Webhooks webhooks,
      Courier courier,
      Lanes lanes,
      WebhookProperties properties,
      Clock clock) {
    super("webhook-dispatcher", ENDING);
    this.deliveries = deliveries;
    this.webhooks = webhooks;
    this.courier = courier;
    this.lanes = lanes;
    this.properties = properties;
    this.clock = clock;
  }

  /** Something may be due by now. */
  void wake() {
    news.release();
  }

  @Override
  protected void run() {
    dispatchUntilStopped();
    endWhatIsUnderWay();
  }

  private void dispatchUntilStopped() {
    while (isRunning()) {
      try {
        dispatch();
        if (news.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failed) {
        log.warn("Webhooks have to wait: {}", failed.toString());
        pause();
      }
    }
  }

  /** What is marked now is not sent again by another instance. */
  private void endWhatIsUnderWay() {
    long deadline = System.nanoTime() + properties.timeout().toNanos();
    try {
      while (lanes.areTaken() && deadline - System.nanoTime() > 0) {
        news.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    for (UUID webhook : deliveries.due()) {
      int free = lanes.free(webhook);
      List<Claimed> claimed = free == 0 ? List.of() : deliveries.claim(webhook, free);
      claimed.forEach(this::start);
    }
  }

  private void start(Claimed claimed) {
    Lanes.Place place = lanes.take(claimed.webhookId());
    long until = System.nanoTime() + properties.claim().minus(properties.timeout()).toNanos();
    Thread.ofVirtual().name("webhook-" + claimed.id()).start(() -> send(claimed, place, until));
  }

  private void send(Claimed claimed, Lanes.Place place, long until) {
    boolean slow = true;
    try {
      if (System.nanoTime() - until > 0) {
        // The instance stood still: the claim may soon be somebody else's.
        deliveries.release(claimed);
        return;
      }
      Outcome outcome = attempt(claimed);
      slow = outcome.status() == null || outcome.took().compareTo(properties.slow()) > 0;
      deliveries.finish(claimed, outcome);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      // What was sent stays claimed, and is sent again when the claim ends: at least once.
      log.warn("A webhook's delivery {} is tried again later: {}", claimed.id(), failed.toString());
    } finally {
      lanes.give(place, slow);
      wake();
    }
  }

  private Outcome attempt(Claimed claimed) throws InterruptedException {
    return courier.send(
        claimed.url(),
        Signature.headers(
            claimed.eventId(),
            claimed.at(),
            claimed.body(),
            webhooks.secrets(claimed.webhookId(), clock.instant())),
        claimed.body());
  }
}
