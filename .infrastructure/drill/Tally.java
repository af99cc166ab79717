import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What was answered to those at work. */
final class Tally {

  final AtomicInteger acknowledged = new AtomicInteger();
  final AtomicInteger cutWithTheGateway = new AtomicInteger();
  final AtomicLong slowestMilliseconds = new AtomicLong();
  final Queue<String> foreign = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();

  void refused(String problem) {
    refusals.merge(problem, 1, Integer::sum);
  }

  Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  int refused() {
    return refusals.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Those that say "not now", and not "not like this". */
  int unavailable() {
    return refusals.entrySet().stream()
        .filter(refusal -> refusal.getKey().startsWith("5"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
