package com.accordenergie.intervention.live.web;

import com.accordenergie.intervention.live.Listener;
import com.accordenergie.intervention.live.LiveProperties;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The streams that are open at this instance. There is a bound for each person and one for all; and
 * they end before the server stops, which would wait for them.
 */
@Component
class Streams implements SmartLifecycle, MeterBinder {

  private final LiveProperties properties;
  private final Map<UUID, Integer> perPerson = new HashMap<>();
  private final Set<Listener> open = new HashSet<>();
  private int count;
  private boolean running;

  Streams(LiveProperties properties) {
    this.properties = properties;
  }

  /** Opens one, unless there are too many; to be closed again. */
  Stream open(Caller caller, Supplier<Listener> listening) {
    enter(caller);
    try {
      Listener listener = listening.get();
      keep(listener);
      return new Stream(caller, listener);
    } catch (RuntimeException failed) {
      leave(caller);
      throw failed;
    }
  }

  private synchronized void enter(Caller caller) {
    if (!running) {
      throw Problems.unavailable("This instance is about to stop.");
    }
    if (perPerson.getOrDefault(caller.id(), 0) >= properties.streamsPerPerson()) {
      throw new ProblemException(
              ProblemType.TOO_MANY_REQUESTS, "Too many streams of yours are open.")
          .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(properties.heartbeat().toSeconds()));
    }
    if (count >= properties.streams()) {
      throw Problems.unavailable("Too many streams are open.");
    }
    perPerson.merge(caller.id(), 1, Integer::sum);
    count++;
  }

  private synchronized void keep(Listener listener) {
    open.add(listener);
    if (!running) {
      listener.end();
    }
  }

  private synchronized void leave(Caller caller) {
    perPerson.computeIfPresent(caller.id(), (id, streams) -> streams == 1 ? null : streams - 1);
    count--;
  }

  private synchronized int count() {
    return count;
  }

  final class Stream implements AutoCloseable {

    private final Caller caller;
    private final Listener listener;

    private Stream(Caller caller, Listener listener) {
      this.caller = caller;
      this.listener = listener;
    }

    Listener listener() {
      return listener;
    }

    @Override
    public void close() {
      listener.close();
      synchronized (Streams.this) {
        open.remove(listener);
      }
      leave(caller);
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("accord.live.streams", this, Streams::count)
        .description("How many streams of live changes are open")
        .register(registry);
  }

  @Override
  public synchronized void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    open.forEach(Listener::end);
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  /** After the instance has left discovery, before the server waits for its last requests. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 512;
  }
}
