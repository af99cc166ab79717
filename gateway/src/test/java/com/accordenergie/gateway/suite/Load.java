package com.accordenergie.gateway.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Dispatchers at work without a break: each creates an intervention, says something about it, changes it
 * again and again and gives it up, then the next; and remembers all that was acknowledged.
 */
final class Load implements AutoCloseable {

  private static final int CHANGES = 4;
  private static final Map<String, String> GIVEN_UP = Map.of("reason", "Doublon");

  private final Colleague dispatcher;
  private final Company.Client client;
  private final ConcurrentMap<Work, Long> acknowledged = new ConcurrentHashMap<>();
  private final ConcurrentMap<Work, UUID> comments = new ConcurrentHashMap<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writes = new AtomicInteger();
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
        Answer created = Work.tryToCreate(dispatcher, client, "Sous la charge");
        if (!isAcknowledged(created)) {
          continue;
        }
        var work = new Work(created.id());
        String etag = acknowledge(work, created);
        Answer said = work.commented(dispatcher, "Sous la charge", "PUBLIC");
        if (isAcknowledged(said)) {
          comments.put(work, said.id());
        }
        changeAgainAndAgain(work, etag);
      } catch (IllegalStateException broken) {
        refusals.add(broken.toString());
      }
    }
  }

  private void changeAgainAndAgain(Work work, String created) {
    String etag = created;
    for (int change = 1; change <= CHANGES && goingOn; change++) {
      Answer changed =
          dispatcher.patch(work.path(), etag, Map.of("title", "Sous la charge, " + change));
      if (!isAcknowledged(changed)) {
        return;
      }
      etag = acknowledge(work, changed);
    }
    Answer givenUp = work.moved(dispatcher, etag, "CANCELLED", GIVEN_UP);
    if (isAcknowledged(givenUp)) {
      acknowledge(work, givenUp);
    }
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

  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** The last acknowledged version of each. */
  Map<Work, Long> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /** What was said about each of which something was said. */
  Map<Work, UUID> comments() {
    return Map.copyOf(comments);
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
