import java.util.List;

/** What would go to a consumer's queue comes to us instead, until it is closed; then the consumer gets the rest. */
final class Detour implements AutoCloseable {

  private final Broker broker;
  private final String queue;
  private final String aside;
  private final List<String> keys;

  Detour(Broker broker, String queue) {
    this.broker = broker;
    this.queue = queue;
    aside = "drill.aside." + queue;
    keys = broker.keysOf(queue);
    broker.declare(aside, keys);
    keys.forEach(key -> broker.unbind(queue, key));
  }

  List<byte[]> take() {
    return broker.take(aside);
  }

  void deliver(List<byte[]> bodies) {
    broker.deliver(queue, bodies);
  }

  @Override
  public void close() {
    keys.forEach(key -> broker.bind(queue, key));
    keys.forEach(key -> broker.unbind(aside, key));
    deliver(take());
    broker.delete(aside);
  }
}
