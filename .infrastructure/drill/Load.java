import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.net.http.HttpRequest;

/**
 * Dispatchers and technicians at work at a steady rate. Each write that was acknowledged is in the journal
 * before the same person writes again.
 */
final class Load implements AutoCloseable {

  private static final int DESKS = 6;

  final Tally tally = new Tally();
  final String run;
  private final Suite suite;
  private final Staff staff;
  private final Journal journal;
  private final long interval;
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private final AtomicInteger stories = new AtomicInteger();
  private final List<Thread> desks = new ArrayList<>();
  private volatile boolean goingOn = true;
  private volatile Throwable failure;

  Load(Suite suite, Staff staff, Journal journal, String run, double perSecond) {
    this.suite = suite;
    this.staff = staff;
    this.journal = journal;
    this.run = run;
    this.interval = (long) (1e9 / perSecond);
  }

  void start() {
    for (int desk = 0; desk < DESKS; desk++) {
      int number = desk;
      desks.add(Thread.ofVirtual().start(() -> work(number)));
    }
  }

  private void work(int desk) {
    try {
      while (goingOn) {
        var story = "Exercice %s %04d".formatted(run, stories.incrementAndGet());
        new Story(this, staff.dispatcher(desk), staff.technician(desk), staff.place(), story).tell();
      }
    } catch (RuntimeException broken) {
      failure = broken;
    }
  }

  boolean goesOn() {
    return goingOn;
  }

  /** Null when nobody answered, or not in our name. */
  Answer write(
      Person author, String method, String path, Map<String, ?> body, UnaryOperator<HttpRequest.Builder> headers) {
    awaitTurn();
    return send(author, method, path, body, headers);
  }

  Answer read(Person reader, String path) {
    return send(reader, "GET", path, null, request -> request);
  }

  private Answer send(
      Person author, String method, String path, Map<String, ?> body, UnaryOperator<HttpRequest.Builder> headers) {
    boolean away = suite.gatewayAway();
    long began = System.nanoTime();
    try {
      Answer answer = author.send(method, path, body, headers);
      tally.slowestMilliseconds.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
      if (!answer.isOurs()) {
        tally.foreign.add(answer.request() + " " + answer.status() + " " + answer.contentType() + " "
            + answer.body().lines().findFirst().orElse(""));
        return null;
      }
      if (!answer.isDone()) {
        tally.refused(answer.problem());
      }
      return answer;
    } catch (IOException | IllegalStateException cut) {
      if (away || suite.gatewayAway()) {
        tally.cutWithTheGateway.incrementAndGet();
      } else {
        tally.foreign.add(method + " " + path + " " + cut);
      }
      return null;
    }
  }

  private void awaitTurn() {
    long turn = next.getAndUpdate(last -> Math.max(last + interval, System.nanoTime()));
    long wait = turn - System.nanoTime();
    if (wait > 0) {
      Suite.pause(Duration.ofNanos(wait));
    }
  }

  void acknowledge(String kind, UUID id, long version) {
    journal.write(kind + "\t" + id + "\t" + version);
    tally.acknowledged.incrementAndGet();
  }

  int writes() {
    if (failure != null) {
      throw new IllegalStateException("the load broke", failure);
    }
    return tally.acknowledged.get();
  }

  void awaitWrites(int more) {
    int goal = writes() + more;
    Suite.await(more + " writes", Duration.ofSeconds(60), () -> writes() >= goal);
  }

  @Override
  public void close() {
    goingOn = false;
    for (Thread desk : desks) {
      try {
        desk.join();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
