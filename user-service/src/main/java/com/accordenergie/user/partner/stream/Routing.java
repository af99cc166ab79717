package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.EventLog;
import com.accordenergie.platform.messaging.LogReading;
import com.accordenergie.platform.messaging.LoggedEvent;
import com.accordenergie.platform.messaging.StreamTurn;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.user.partner.PartnerManagement;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PartnerState;
import com.accordenergie.user.partner.stream.translation.PublicEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import tools.jackson.databind.json.JsonMapper;

/**
 * One turn at writing the partners' streams: reads the log once, in its order, and writes each event
 * to the streams of those who may read it. Where it goes on is read from the streams themselves, so an
 * end at any point leaves neither a gap nor a double; whatever fails ends the turn, and the next one
 * begins by looking at what is there.
 *
 * <p>Streams that do not stand where the others do (new ones, and those of partners that were
 * suspended) are first written by a {@link Filling} each, which then joins in.
 */
final class Routing implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Routing.class);

  /** The broker has surely done by then with what the one before had sent when it lost its turn. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String PARTNER_EVENTS = "partner.";

  private final StreamTurn turn;
  private final Tools tools;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UUID, Route> routes = new HashMap<>();
  private final Map<UUID, Filling> fillings = new HashMap<>();
  private final Leaving leaving = new Leaving();
  private final Writer writer;
  private final Reader reader = new Reader(Level.WARN);
  private long position;
  private long marked;
  private volatile @Nullable Exception failure;

  /** What every turn works with. */
  record Tools(
      EventLog log,
      Streams streams,
      StreamTable table,
      PartnerManagement partners,
      Places places,
      PartnerProperties properties,
      PartnerLag lag,
      Clock clock,
      JsonMapper json) {

    Writer writer(StreamTurn turn) throws IOException {
      return new Writer(turn, places, json);
    }

    void declare(PartnerStream stream) {
      streams.declare(stream.queue(), properties.kept(), properties.size().toBytes());
    }

    /** The entry of the log that the stream's last entry was made of. */
    long tail(PartnerStream stream) throws IOException, InterruptedException {
      return places.of(streams.last(stream.queue(), PATIENCE));
    }
  }

  Routing(StreamTurn turn, Tools tools) throws IOException {
    this.turn = turn;
    this.tools = tools;
    this.writer = tools.writer(turn);
  }

  void run(BooleanSupplier goesOn) throws Exception {
    Thread.sleep(GRACE);
    try (LogReading reading = open()) {
      placeStreams();
      long nextMark = System.nanoTime();
      while (goesOn.getAsBoolean()) {
        LogReading.Entry entry = reading.next(TICK);
        if (entry != null) {
          route(entry);
          follow(entry.event());
        }
        if (tools.lag().isDue()) {
          tools.lag().measure(routedPartners(), entry, reading.hasNext());
        }
        throwFailure();
        if (System.nanoTime() - nextMark >= 0) {
          mark();
          removeRetired();
          nextMark = System.nanoTime() + BETWEEN_MARKS.toNanos();
        }
      }
      mark();
    } catch (LogReading.LostPlaceException otherLog) {
      tools.table().startAnew();
      throw otherLog;
    }
  }

  private LogReading open() throws IOException, InterruptedException {
    Long routedTo = tools.table().routedTo();
    if (routedTo != null) {
      position = routedTo;
      marked = routedTo;
      return tools.log().readAfter(routedTo);
    }
    LogReading reading = tools.log().readTheEnd();
    try {
      while (!reading.hasCaughtUp()) {
        LogReading.Entry entry = reading.next(PATIENCE);
        if (entry == null) {
          throw new IOException("the log does not show its end");
        }
        position = entry.offset();
      }
    } catch (IOException | InterruptedException | RuntimeException failed) {
      reading.close();
      throw failed;
    }
    return reading;
  }

  /** Whatever was done last before this turn, from here on it is as it should be. */
  private void placeStreams() throws IOException, InterruptedException {
    Map<UUID, PartnerSnapshot> present = new HashMap<>();
    tools.partners().present().forEach(partner -> present.put(partner.id(), partner));
    Map<UUID, List<PartnerStream>> streams =
        tools.table().all().stream().collect(Collectors.groupingBy(PartnerStream::partnerId));
    Set<UUID> all = new HashSet<>(present.keySet());
    all.addAll(streams.keySet());
    lock.lock();
    try {
      for (UUID id : all) {
        place(id, present.get(id), streams.getOrDefault(id, List.of()));
      }
    } finally {
      lock.unlock();
    }
  }

  private void place(UUID id, @Nullable PartnerSnapshot partner, List<PartnerStream> streams)
      throws IOException, InterruptedException {
    PartnerStream current = filled(streams);
    if (current != null && !tools.streams().exists(current.queue())) {
      log.warn("{} is gone and is written anew", current.queue());
      tools.table().lose(current);
      reconcile(id, partner, tools.table().of(id));
      return;
    }
    if (current != null && current.behindAt() == null && partner != null && partner.isActive()) {
      routes.put(id, new Route(partner.rights(), current, null));
      retireBefore(current, streams);
    }
    reconcile(id, partner, streams);
  }

  private static @Nullable PartnerStream filled(List<PartnerStream> streams) {
    return streams.stream().filter(PartnerStream::filled).findFirst().orElse(null);
  }

  private void retireBefore(PartnerStream current, List<PartnerStream> streams) {
    streams.stream()
        .filter(other -> other.generation() < current.generation())
        .forEach(leaving::add);
  }

  private void route(LogReading.Entry entry) throws IOException, InterruptedException {
    lock.lock();
    try {
      PublicEvent event = routes.isEmpty() ? null : reader.read(entry);
      if (event != null) {
        List<PartnerStream> streams = lacking(entry.offset(), event);
        if (!streams.isEmpty()) {
          writer.write(streams, entry.offset(), event.envelope());
        }
      }
      position = entry.offset();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What stands in a stream is read when the first event comes that belongs there: a turn would begin
   * late if all were looked at first.
   */
  private List<PartnerStream> lacking(long offset, PublicEvent event)
      throws IOException, InterruptedException {
    List<PartnerStream> streams = new ArrayList<>();
    for (Map.Entry<UUID, Route> entry : routes.entrySet()) {
      Route route = entry.getValue();
      if (route.covers(event)) {
        Long doneTo = route.doneTo();
        if (doneTo == null) {
          doneTo = tools.tail(route.stream());
          entry.setValue(route.doneTo(doneTo));
        }
        if (offset > doneTo) {
          streams.add(route.stream());
        }
      }
    }
    return streams;
  }

  /** The log itself tells whoever has the turn that a partner was changed, by whichever instance. */
  private void follow(@Nullable LoggedEvent event) throws IOException, InterruptedException {
    if (event != null && event.type().name().startsWith(PARTNER_EVENTS)) {
      lock.lock();
      try {
        UUID id = event.subject();
        reconcile(id, tools.partners().find(id).orElse(null), tools.table().of(id));
      } finally {
        lock.unlock();
      }
    }
  }

  private void mark() throws IOException, InterruptedException {
    lock.lock();
    try {
      if (position != marked) {
        writer.flush();
        marked = position;
      }
      tools.table().routeTo(position);
    } finally {
      lock.unlock();
    }
  }

  private void reconcile(UUID id, @Nullable PartnerSnapshot partner, List<PartnerStream> streams)
      throws IOException, InterruptedException {
    PartnerStream current = filled(streams);
    if (partner == null || partner.state() == PartnerState.RETIRED) {
      end(id, streams);
    } else if (partner.isActive()) {
      serve(partner, current, streams);
    } else {
      suspend(id, current, streams);
    }
  }

  private void end(UUID partner, List<PartnerStream> streams)
      throws IOException, InterruptedException {
    unroute(partner);
    streams.forEach(leaving::add);
  }

  /** What was taken away before or meanwhile is not there when the partner is let in again. */
  private void suspend(UUID partner, @Nullable PartnerStream current, List<PartnerStream> streams)
      throws IOException, InterruptedException {
    unroute(partner);
    streams.stream()
        .filter(stream -> !stream.filled())
        .forEach(stream -> tools.streams().delete(stream.queue()));
    if (current != null && current.behindAt() == null) {
      tools.table().leaveBehind(current, position);
    }
  }

  private void serve(
      PartnerSnapshot partner, @Nullable PartnerStream current, List<PartnerStream> streams)
      throws IOException, InterruptedException {
    if (current == null && routes.remove(partner.id()) != null) {
      writer.flush();
    }
    Route route = routes.get(partner.id());
    if (route != null) {
      routes.put(partner.id(), route.entitledTo(partner.rights()));
    }
    boolean upToDate =
        current != null
            && !current.outdated()
            && current.entitlement() == partner.entitlement();
    if (upToDate && current.behindAt() == null && route != null) {
      cancelFilling(partner.id());
      return;
    }
    Filling filling = fillings.get(partner.id());
    if (filling != null && filling.serves(partner)) {
      return;
    }
    cancelFilling(partner.id());
    streams.stream().filter(stream -> !stream.filled()).forEach(leaving::add);
    PartnerStream stream =
        upToDate && tools.streams().exists(current.queue())
            ? current
            : tools.table().begin(partner.id(), partner.entitlement());
    fillings.put(partner.id(), Filling.start(stream, partner, this, turn, tools));
  }

  private void unroute(UUID partner) throws IOException, InterruptedException {
    cancelFilling(partner);
    if (routes.remove(partner) != null) {
      writer.flush();
    }
    tools.lag().forget(partner);
  }

  private void cancelFilling(UUID partner) {
    Filling filling = fillings.remove(partner);
    if (filling != null) {
      filling.cancel();
    }
  }

  private void removeRetired() {
    lock.lock();
    try {
      leaving.removeDue(
          stream -> {
            tools.streams().delete(stream.queue());
            tools.table().drop(stream);
          });
    } finally {
      lock.unlock();
    }
  }

  /**
   * A stream that was written by itself stands where the others do and follows with them from here
   * on; the partner reads it instead of the one it had. Nothing is written meanwhile.
   *
   * @return false while the others are ahead
   */
  boolean join(Filling filling, PartnerSnapshot partner, PartnerStream stream, long doneTo)
      throws IOException, InterruptedException {
    lock.lock();
    try {
      if (filling.isCancelled()) {
        return true;
      }
      if (doneTo < position) {
        return false;
      }
      tools.table().switchTo(stream);
      routes.put(partner.id(), new Route(partner.rights(), stream, doneTo));
      fillings.remove(partner.id(), filling);
      writer.flush();
      retireBefore(stream, tools.table().of(stream.partnerId()));
      log.info("{} follows the log", stream.queue());
      return true;
    } finally {
      lock.unlock();
    }
  }

  void fail(Exception reason) {
    failure = reason;
  }

  private void throwFailure() throws Exception {
    Exception reason = failure;
    if (reason != null) {
      throw reason;
    }
  }

  private Set<UUID> routedPartners() {
    lock.lock();
    try {
      return Set.copyOf(routes.keySet());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      List.copyOf(fillings.keySet()).forEach(this::cancelFilling);
    } finally {
      lock.unlock();
    }
    tools.lag().forgetAll();
    writer.close();
  }
}
