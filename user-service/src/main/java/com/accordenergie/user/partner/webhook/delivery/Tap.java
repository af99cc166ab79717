package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.PublicEventType;
import com.accordenergie.user.partner.stream.PartnerReading;
import com.accordenergie.user.partner.stream.PartnerStream;
import com.accordenergie.user.partner.stream.PartnerStreams;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one webhook's events from its partner's stream, on a thread of its own, as long as not too many
 * wait already: what there is no room for stays in the stream. Ends when anything is no longer as it
 * was, and is opened anew then.
 */
final class Tap {

  private static final Logger log = LoggerFactory.getLogger(Tap.class);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration FULL = Duration.ofMillis(250);
  private static final int AT_ONCE = 200;

  private final Webhook webhook;
  private final PartnerStream stream;
  private final int replays;
  private final Tools tools;
  private final Thread thread;

  /** What every tap works with. */
  record Tools(
      PartnerStreams streams,
      Intake intake,
      Dispatcher dispatcher,
      WebhookProperties properties,
      JsonMapper json) {}

  private Tap(Webhook webhook, PartnerStream stream, int replays, Tools tools) {
    this.webhook = webhook;
    this.stream = stream;
    this.replays = replays;
    this.tools = tools;
    this.thread = Thread.ofVirtual().name("webhook-tap-" + webhook.id()).unstarted(this::run);
  }

  /**
   * @param replays how often a span was to be told again so far
   */
  static Tap open(Webhook webhook, PartnerStream stream, int replays, Tools tools) {
    Tap tap = new Tap(webhook, stream, replays, tools);
    tap.thread.start();
    return tap;
  }

  /** Whether it still flows, from this stream, as the webhook wants it. */
  boolean serves(Webhook wanted, PartnerStream current, int replaysWanted) {
    return thread.isAlive()
        && wanted.version() == webhook.version()
        && current.generation() == stream.generation()
        && replaysWanted == replays;
  }

  void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      Optional<Progress> progress = progress();
      if (progress.isPresent()
          && (progress.get().replay() == null || isReplayed(progress.get()))) {
        goOn(progress.get());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException | AmqpException gone) {
      log.debug("{} is not read on: {}", stream.queue(), gone.toString());
    } catch (RuntimeException failed) {
      log.warn("A webhook has to wait for its events: {}", failed.toString());
    }
  }

  /** Empty when the webhook is gone, or another replay is wanted. */
  private Optional<Progress> progress() {
    return tools
        .intake()
        .progress(webhook.id())
        .filter(progress -> progress.replays() == replays);
  }

  private void goOn(Progress progress) throws IOException, InterruptedException {
    Position position = progress.position();
    try (PartnerReading reading =
        position == null
            ? tools.streams().readSince(stream, webhook.createdAt())
            : open(position)) {
      int room;
      while ((room = awaitRoom()) > 0) {
        List<PartnerReading.Entry> entries = gather(reading, room);
        List<NewDelivery> wanted =
            wanted(
                entries, position, delivery -> !delivery.happenedAt().isBefore(webhook.createdAt()));
        Position next = Position.after(position, stream.generation(), entries.getLast());
        if (!tools.intake().take(webhook.id(), position, next, wanted)) {
          return;
        }
        position = next;
        wakeFor(wanted);
      }
    }
  }

  /**
   * Reads a span again, up to where reading goes on afterwards: what has not been read yet comes then.
   *
   * @return whether that was all of it
   */
  private boolean isReplayed(Progress progress) throws IOException, InterruptedException {
    Replay replay = Objects.requireNonNull(progress.replay());
    Position live = progress.position();
    Position position = replay.position();
    long last = tools.streams().lastOffset(stream);
    try (PartnerReading reading =
        position == null ? tools.streams().readSince(stream, replay.from()) : open(position)) {
      int room;
      while ((room = awaitRoom()) > 0) {
        List<PartnerReading.Entry> entries = gather(reading, room);
        PartnerReading.Entry end = entries.getLast();
        List<NewDelivery> wanted =
            wanted(
                entries.stream()
                    .filter(entry -> live == null || entry.place() <= live.place())
                    .toList(),
                position,
                delivery ->
                    replay.covers(delivery.happenedAt())
                        && (live != null || delivery.happenedAt().isBefore(webhook.createdAt())));
        Position next = Position.after(position, stream.generation(), end);
        boolean isDone = end.offset() >= last || live != null && end.place() >= live.place();
        if (!tools.intake().takeAgain(webhook.id(), replays, position, next, wanted, isDone)) {
          return false;
        }
        position = next;
        wakeFor(wanted);
        if (isDone) {
          return true;
        }
      }
    }
    return false;
  }

  private PartnerReading open(Position position) throws IOException {
    return position.generation() == stream.generation()
        ? tools.streams().readFrom(stream, position.offset())
        : tools.streams().readAll(stream);
  }

  /**
   * For how many there is room; none when nothing is to be taken any more. Asked when something was
   * taken: whoever only waits for events asks no database.
   */
  private int awaitRoom() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      Optional<Progress> progress = progress();
      if (progress.isEmpty()) {
        return 0;
      }
      int room = tools.properties().backlog() - progress.get().waiting();
      if (room > 0) {
        return Math.min(room, AT_ONCE);
      }
      Thread.sleep(FULL);
    }
    return 0;
  }

  /** Waits until there is one; closing ends the wait. */
  private static List<PartnerReading.Entry> gather(PartnerReading reading, int most)
      throws IOException, InterruptedException {
    List<PartnerReading.Entry> entries = new ArrayList<>();
    PartnerReading.Entry entry = reading.next(TICK);
    while (entry == null) {
      entry = reading.next(TICK);
    }
    while (entry != null) {
      entries.add(entry);
      entry =
          entries.size() < most && reading.hasNext() ? reading.next(Duration.ZERO) : null;
    }
    return entries;
  }

  private List<NewDelivery> wanted(
      List<PartnerReading.Entry> entries,
      @Nullable Position position,
      Predicate<NewDelivery> condition) {
    return entries.stream()
        .filter(entry -> Position.isNew(position, entry))
        .map(entry -> NewDelivery.read(entry.body(), tools.json()))
        .filter(Objects::nonNull)
        .filter(delivery -> PublicEventType.of(delivery.type()).filter(webhook::wants).isPresent())
        .filter(condition)
        .toList();
  }

  private void wakeFor(List<NewDelivery> taken) {
    if (!taken.isEmpty()) {
      tools.dispatcher().wake();
    }
  }
}
