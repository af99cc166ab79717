package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.StreamCursor;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partner's stream, page by page: the very entries that it would read on the broker. A request holds
 * a channel of the broker while it lasts, so there is a bound to them.
 */
@Service
public class Feed implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Feed.class);

  /** Events may reach a stream in another order than they happened in, but not by more than this. */
  static final Duration DISORDER = Duration.ofDays(1);

  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final Duration LOOKING = Duration.ofMillis(1000);

  /** Nobody waits longer than this for the house to close. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private static final int LOOKED_THROUGH_AT_ONCE = 1000;

  private final Streams streams;
  private final StreamTable table;
  private final Places places;
  private final Seal seal;
  private final JsonMapper json;
  private final int perPartner;
  private final Semaphore free;
  private final Map<UUID, Integer> reading = new ConcurrentHashMap<>();
  private volatile boolean running;

  Feed(
      Streams streams,
      StreamTable table,
      Places places,
      Seal seal,
      JsonMapper json,
      PartnerProperties properties) {
    this.streams = streams;
    this.table = table;
    this.places = places;
    this.seal = seal;
    this.json = json;
    this.perPartner = properties.waitingPerPartner();
    this.free = new Semaphore(properties.waiting());
  }

  /**
   * @param after a cursor that was given before; null to begin
   * @param from where to begin: what happened before is not wanted
   * @param wait for how long, when there is nothing new
   */
  public FeedPage read(
      UUID partner, @Nullable String after, @Nullable Instant from, int limit, Duration wait) {
    FeedCursor start = after == null ? null : opened(partner, after);
    PartnerStream stream =
        table
            .current(partner)
            .orElseThrow(() -> Problems.unavailable("The stream is being written."));
    takePlace(partner);
    try {
      var page = new Gathering(stream, start, from, limit, places::of, json);
      gather(page, stream, wait);
      FeedCursor last = page.last();
      if (last == null) {
        throw away(null);
      }
      return new FeedPage(page.items(), last.sealed(partner, seal));
    } catch (IOException | AmqpException failed) {
      throw away(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw away(stopped);
    } finally {
      leavePlace(partner);
    }
  }

  private FeedCursor opened(UUID partner, String after) {
    return FeedCursor.open(partner, after, seal)
        .orElseThrow(() -> Problems.malformed("?after", "It is no cursor of this feed."));
  }

  /** Looks for something as long as there is more to look through, if not for ever. */
  private void gather(Gathering page, PartnerStream stream, Duration wait)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    long enough = deadline + LOOKING.toNanos();
    boolean more;
    do {
      more = readOn(page, stream, deadline, enough);
    } while (more && page.isEmpty() && enough - System.nanoTime() > 0);
  }

  /** Returns whether anything new was there. */
  private boolean readOn(Gathering page, PartnerStream stream, long deadline, long enough)
      throws IOException, InterruptedException {
    try (StreamCursor cursor = open(page, stream)) {
      StreamCursor.Entry entry = cursor.next(PATIENCE);
      if (entry == null) {
        throw new IOException("the stream shows nothing");
      }
      boolean more = page.accept(entry);
      while (!page.isFull() && !isOver(enough)) {
        if (!cursor.hasNext() && (!page.isEmpty() || isOver(deadline))) {
          break;
        }
        entry = cursor.next(slice(deadline));
        more |= entry != null && page.accept(entry);
      }
      if (!page.isFull() && !isOver(enough)) {
        for (StreamCursor.Entry rest : cursor.rest()) {
          more |= !page.isFull() && page.accept(rest);
        }
      }
      return more;
    }
  }

  private static Duration slice(long deadline) {
    long left = Math.max(0, deadline - System.nanoTime());
    return Duration.ofNanos(Math.min(left, SLICE.toNanos()));
  }

  private boolean isOver(long deadline) {
    return !running || deadline - System.nanoTime() <= 0;
  }

  /** Where an entry is sure to stand, so that one comes at once: the last one read, if any was. */
  private StreamCursor open(Gathering page, PartnerStream stream)
      throws IOException, InterruptedException {
    String queue = stream.queue();
    int ahead = page.isSearching() ? LOOKED_THROUGH_AT_ONCE : page.missing() + 1;
    FeedCursor last = page.last();
    if (last != null) {
      return streams.readFrom(queue, last.offset(), ahead);
    }
    Instant from = page.from();
    if (from == null) {
      return streams.readFirst(queue, ahead);
    }
    Instant earliest = from.minus(DISORDER);
    StreamCursor.Entry tail = streams.last(queue, PATIENCE);
    return tail.properties().getTimestamp().toInstant().isAfter(earliest)
        ? streams.readFrom(queue, earliest, ahead)
        : streams.readFrom(queue, tail.offset(), ahead);
  }

  private void takePlace(UUID partner) {
    if (reading.merge(partner, 1, Integer::sum) > perPartner) {
      leaveCount(partner);
      throw new ProblemException(
              ProblemType.TOO_MANY_REQUESTS,
              "A partner has at most " + perPartner + " requests of the feed under way.")
          .withHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    if (!free.tryAcquire()) {
      leaveCount(partner);
      throw Problems.unavailable("Too many read their feeds right now.");
    }
  }

  private void leavePlace(UUID partner) {
    free.release();
    leaveCount(partner);
  }

  private void leaveCount(UUID partner) {
    reading.computeIfPresent(partner, (id, count) -> count == 1 ? null : count - 1);
  }

  private static ProblemException away(@Nullable Exception cause) {
    log.debug("A feed cannot be read", cause);
    return Problems.unavailable("The stream cannot be read right now.");
  }

  @Override
  public void start() {
    running = true;
  }

  /** Whoever waits hears that there is nothing new, and comes back to another instance. */
  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the server waits for its last requests. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 512;
  }
}
