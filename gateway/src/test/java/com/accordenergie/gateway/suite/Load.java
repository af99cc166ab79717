package com.accordenergie.gateway.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Dispatchers at work without a break: each creates interventions and changes them again and again,
 * and remembers every version that was acknowledged.
 */
final class Load implements AutoCloseable {

  private static final int CHANGES = 4;

  private final Colleague dispatcher;
  private final Company.Client client;
  private final ConcurrentMap<Work, Long> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean goingOn = true;

  private Load(Colleague dispatcher, Company.Client client) {
    this.dispatcher = dispatcher;
    this.client = client;
  }

  static Load of(int workers, Colleague dispatcher, Company.Client client) {
    dispatcher.token();
    var load = new Load(dispatcher, client);
    for (int i = 0; i < workers; i++) {
      load.workers.add(Thread.ofVirtual().start(load::work));
    }
    return load;
  }

  private void work() {
    while (goingOn) {
      try {
        Answer created = timed(() -> Work.tryToCreate(dispatcher, client, "Sous la charge"));
        if (!isAcknowledged(created)) {
          continue;
        }
        var work = new Work(created.id());
        String etag = acknowledge(work, created);
        for (int change = 1; change <= CHANGES && goingOn; change++) {
          String expected = etag;
          Map<String, String> patch = Map.of("title", "Sous la charge, " + change);
          Answer changed = timed(() -> dispatcher.patch(work.path(), expected, patch));
          if (!isAcknowledged(changed)) {
            break;
          }
          etag = acknowledge(work, changed);
        }
      } catch (IllegalStateException broken) {
        refusals.add(broken.toString());
      }
    }
  }

  private Answer timed(java.util.function.Supplier<Answer> write) {
    long start = System.nanoTime();
    Answer answer = write.get();
    slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
    return answer;
  }

  private boolean isAcknowledged(Answer answer) {
    if (answer.status() / 100 == 2) {
      writes.incrementAndGet();
      return true;
    }
    refusals.add(answer.request() + " " + answer.status() + " " + answer.text());
    return false;
  }

  private String acknowledge(Work work, Answer answer) {
    acknowledged.put(work, answer.version());
    return answer.etag();
  }

  int writes() {
    return writes.get();
  }

  long slowestMilliseconds() {
    return slowest.get();
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** The last acknowledged version of each. */
  Map<Work, Long> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  @Override
  public void close() {
    goingOn = false;
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
