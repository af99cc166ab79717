package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.LogReading;
import com.accordenergie.platform.messaging.StreamTurn;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.Rights;
import com.accordenergie.user.partner.stream.translation.PublicEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.event.Level;

/** Writes one stream from the log, on a thread of its own, until it stands where the others do. */
final class Filling {

  /** Each reads the whole log; more at once would only be slower. */
  private static final Semaphore PLACES = new Semaphore(4);

  private static final Duration TICK = Duration.ofMillis(50);
  private static final int BETWEEN_LOOKS = 100;

  private final PartnerStream stream;
  private final PartnerSnapshot partner;
  private final Rights rights;
  private final Routing routing;
  private final StreamTurn turn;
  private final Routing.Tools tools;
  /** The turn itself said it when the entry was new. */
  private final Reader reader = new Reader(Level.DEBUG);

  private volatile boolean cancelled;

  private Filling(
      PartnerStream stream,
      PartnerSnapshot partner,
      Routing routing,
      StreamTurn turn,
      Routing.Tools tools) {
    this.stream = stream;
    this.partner = partner;
    this.rights = partner.rights();
    this.routing = routing;
    this.turn = turn;
    this.tools = tools;
  }

  /** With all of the past if the stream is new, and from where it was left if it fell behind. */
  static Filling start(
      PartnerStream stream,
      PartnerSnapshot partner,
      Routing routing,
      StreamTurn turn,
      Routing.Tools tools) {
    return new Filling(stream, partner, routing, turn, tools).started();
  }

  private Filling started() {
    Thread.ofVirtual().name("fill-" + stream.queue()).start(this::run);
    return this;
  }

  boolean serves(PartnerSnapshot wanted) {
    return stream.entitlement() == wanted.entitlement();
  }

  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  private void run() {
    try {
      PLACES.acquire();
      try {
        if (!cancelled) {
          fill();
        }
      } finally {
        PLACES.release();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException failed) {
      if (!cancelled) {
        routing.fail(failed);
      }
    }
  }

  private void fill() throws IOException, InterruptedException {
    try (Writer writer = tools.writer(turn)) {
      fill(writer);
    }
  }

  private void fill(Writer writer) throws IOException, InterruptedException {
    long doneTo = begin(writer);
    try (LogReading reading =
        doneTo == Places.BEFORE_ALL ? tools.log().readAll() : tools.log().readAfter(doneTo)) {
      while (!cancelled) {
        LogReading.Entry entry = reading.next(TICK);
        if (entry != null) {
          write(writer, entry);
          doneTo = entry.offset();
          measure(entry);
        }
        if (!reading.hasNext()) {
          writer.flush();
          if (routing.join(this, partner, stream, doneTo)) {
            return;
          }
        }
      }
    }
  }

  /** The entry of the log up to which the stream was written already. */
  private long begin(Writer writer) throws IOException, InterruptedException {
    if (!stream.filled()) {
      tools.streams().delete(stream.queue());
      tools.declare(stream);
      writer.open(stream, partner, tools.clock());
      return Places.BEFORE_ALL;
    }
    Long behindAt = stream.behindAt();
    long tail = tools.tail(stream);
    return behindAt == null ? tail : Math.max(behindAt, tail);
  }

  private void measure(LogReading.Entry entry) {
    if (entry.offset() % BETWEEN_LOOKS == 0 && entry.event() != null && !cancelled) {
      tools.lag().measure(partner.id(), entry.event().time());
    }
  }

  private void write(Writer writer, LogReading.Entry entry)
      throws IOException, InterruptedException {
    PublicEvent event = reader.read(entry);
    if (event != null && rights.cover(event.type(), event.clientId())) {
      writer.write(List.of(stream), entry.offset(), event.envelope());
    }
  }
}
