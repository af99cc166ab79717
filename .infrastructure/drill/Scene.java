import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where a fault strikes: the suite at work, the dice of its seed, and what it has to say itself. */
final class Scene {

  final Suite suite;
  final Consumers consumers;
  final Load load;
  final Random random;
  final int minutes;
  final Report report;
  private final List<Runnable> verdicts = new ArrayList<>();
  private final List<Runnable> repairs = new ArrayList<>();

  Scene(Suite suite, Consumers consumers, Load load, Random random, int minutes, Report report) {
    this.suite = suite;
    this.consumers = consumers;
    this.load = load;
    this.random = random;
    this.minutes = minutes;
    this.report = report;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  void pauseUpTo(int milliseconds) {
    Suite.pause(java.time.Duration.ofMillis(random.nextInt(milliseconds)));
  }

  void say(String what) {
    report.say("  ...     " + what);
  }

  /** Said with the others, once the load is over. */
  void verdict(String what, boolean holds, String numbers, Object... arguments) {
    verdicts.add(() -> report.figure(what, holds, numbers, arguments));
  }

  /** Done once everything has been judged. */
  void afterwards(Runnable repair) {
    repairs.add(repair);
  }

  void repair() {
    repairs.forEach(Runnable::run);
  }

  void pronounce() {
    verdicts.forEach(Runnable::run);
  }
}
