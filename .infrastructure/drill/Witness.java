import java.util.List;

/** A queue that everything is told to, declared before anything breaks: what an integrator's own would be. */
final class Witness implements AutoCloseable {

  private final Suite suite;
  private final String queue;

  Witness(Suite suite, String run) {
    this.suite = suite;
    this.queue = "drill.witness." + run;
    try (Broker broker = new Broker(suite)) {
      broker.declare(queue, List.of("#"));
    }
  }

  void read(Journal journal) {
    try (Broker broker = new Broker(suite)) {
      List<String> told = broker.take(queue).stream().map(Told::line).toList();
      if (!told.isEmpty()) {
        journal.write(told);
      }
    }
  }

  @Override
  public void close() {
    try (Broker broker = new Broker(suite)) {
      broker.delete(queue);
    }
  }
}
