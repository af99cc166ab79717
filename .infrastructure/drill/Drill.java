import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Breaks the running suite under load and judges from outside what that did. Run by ../../accord drill.
 *
 * <pre>
 * --list                                 what there is
 * [NAME] [--seed N | --seed FIRST-LAST] [--minutes M] [--rate WRITES-A-SECOND]
 * </pre>
 */
final class Drill {

  private static final int WARM_UP = 40;
  private static final Duration GIVEN_UP = Duration.ofSeconds(180);

  private final Suite suite = new Suite();
  private final int minutes;
  private final double rate;

  private Drill(int minutes, double rate) {
    this.minutes = minutes;
    this.rate = rate;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> names = new ArrayList<>();
    List<Long> seeds = List.of(1L);
    int minutes = 10;
    double rate = 15;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--list" -> {
          list();
          return;
        }
        case "--seed" -> seeds = seeds(arguments[++i]);
        case "--minutes" -> minutes = Integer.parseInt(arguments[++i]);
        case "--rate" -> rate = Double.parseDouble(arguments[++i]);
        default -> names.add(arguments[i]);
      }
    }
    for (String name : names) {
      if (!Exercise.ALL.containsKey(name)) {
        System.err.println("There is no drill " + name + ". There are: " + String.join(", ", Exercise.ALL.keySet()));
        System.exit(2);
      }
    }
    var drill = new Drill(minutes, rate);
    List<String> broken = new ArrayList<>();
    for (String name : names.isEmpty() ? Exercise.ALL.keySet() : names) {
      for (long seed : seeds) {
        if (!drill.run(Exercise.ALL.get(name), seed)) {
          broken.add(name + " with seed " + seed);
        }
      }
    }
    if (seeds.size() > 1) {
      System.out.println(broken.isEmpty() ? "All hold." : "BROKEN: " + String.join(", ", broken));
    }
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  /** One, or all from the first to the last: 1-10. */
  private static List<Long> seeds(String told) {
    String[] ends = told.split("-", 2);
    return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])).boxed().toList();
  }

  private static void list() {
    for (Exercise exercise : Exercise.ALL.values()) {
      System.out.printf(
          "%-14s  %s%s%n",
          exercise.name(), exercise.what(), exercise.byNature().isEmpty() ? "" : " (takes " + exercise.byNature() + ")");
    }
  }

  private boolean run(Exercise exercise, long seed) throws IOException {
    Path folder = suite.home.resolve("drill").resolve(exercise.name() + "-" + seed);
    Files.createDirectories(folder);
    var report = new Report();
    report.say("%s, seed %d: %s".formatted(exercise.name(), seed, exercise.what()));
    long began = System.nanoTime();
    try {
      run(exercise, seed, folder, report);
    } catch (RuntimeException broken) {
      report.figure("the drill came to its end", false, "%s", broken);
      broken.printStackTrace();
    }
    report.say("%s, seed %d: %s after %d s".formatted(
        exercise.name(), seed, report.holds() ? "holds" : "BROKEN", (System.nanoTime() - began) / 1_000_000_000));
    Files.write(folder.resolve("report.txt"), report.lines());
    return report.holds();
  }

  private void run(Exercise exercise, long seed, Path folder, Report report) {
    var staff = new Staff(suite.issuer, Suite.setting("DRILL_PASSWORD"));
    var consumers = new Consumers(staff.admin);
    requireCalm(consumers);
    String run = Long.toString(System.currentTimeMillis() / 1_000, 36) + "-" + seed;
    try (var partner = new Partner(suite, staff, "Exercice " + run);
        var witness = new Witness(suite, run);
        var acknowledged = new Journal(folder.resolve("acknowledged.tsv"));
        var told = new Journal(folder.resolve("witness.tsv"))) {
      partner.awaitStream();
      partner.readOn(); // What was before.
      var load = new Load(suite, staff, acknowledged, run, rate);
      var scene = new Scene(suite, consumers, load, new Random(seed), minutes, report);
      try {
        Instant over;
        try (load) {
          load.start();
          load.awaitWrites(WARM_UP);
          exercise.fault().strike(scene);
          over = Instant.now();
          Suite.pause(Duration.ofSeconds(1));
        }
        report.none("services that ended by themselves", suite.revive(), " of " + Suite.SERVICES.size());
        awaitCalm(consumers, exercise, over, report);
        answers(load.tally, report);
        scene.pronounce();
        witness.read(told);
        judge(exercise, acknowledged, told, partner, run, report);
        projections(consumers, report);
      } finally {
        suite.revive();
        scene.repair();
      }
    }
  }

  private static void requireCalm(Consumers consumers) {
    Instant now = Instant.now();
    var behind = new ArrayList<String>();
    Suite.await(
        "a suite with nothing left to do, before anything is broken. See ./accord events lag",
        Duration.ofSeconds(30),
        () -> {
          behind.clear();
          behind.addAll(consumers.behind(now));
          return behind.isEmpty();
        });
  }

  /** From the fault's end on, the last second of the load included. */
  private static void awaitCalm(Consumers consumers, Exercise exercise, Instant over, Report report) {
    Instant loadEnded = Instant.now();
    Instant deadline = over.plus(GIVEN_UP);
    List<String> behind = consumers.behind(loadEnded);
    while (!behind.isEmpty() && Instant.now().isBefore(deadline)) {
      Suite.pause(Duration.ofMillis(200));
      behind = consumers.behind(loadEnded);
    }
    long milliseconds = Duration.between(over, Instant.now()).toMillis();
    report.figure(
        "converged within " + exercise.seconds() + " s",
        behind.isEmpty() && milliseconds <= exercise.seconds() * 1_000L,
        "%.1f s%s", milliseconds / 1_000.0, behind.isEmpty() ? "" : ", and not yet: " + behind);
  }

  private static void answers(Tally tally, Report report) {
    String refusals =
        tally.refusals().entrySet().stream()
            .map(refusal -> refusal.getValue() + " x " + refusal.getKey())
            .collect(Collectors.joining(", "));
    report.say("  ...     %d writes acknowledged, the slowest answer after %.1f s; refused: %s%s".formatted(
        tally.acknowledged.get(), tally.slowestMilliseconds.get() / 1_000.0, refusals.isEmpty() ? "none" : refusals,
        tally.cutWithTheGateway.get() == 0 ? "" : "; lost with the gateway: " + tally.cutWithTheGateway.get()));
    report.none("answers that are not the API's own", List.copyOf(tally.foreign), " of "
        + (tally.acknowledged.get() + tally.refused() + tally.foreign.size()));
  }

  private void judge(
      Exercise exercise, Journal acknowledged, Journal told, Partner partner, String run, Report report) {
    try (Database database = new Database(suite)) {
      var judge = new Judge(report, database, Told.read(told), run);
      judge.judge(acknowledged.lines());
      judge.partnersFeed(partner);
      judge.leftovers();
      if (exercise.name().equals("relay-between")) {
        report.figure("the moment was met: events told again", judge.repeated() > 0, "%d", judge.repeated());
      }
    }
  }

  private static void projections(Consumers consumers, Report report) {
    Consumers.Comparison comparison = consumers.compare();
    report.none("differences of projections", comparison.differences(),
        " in " + comparison.tables() + " tables, " + comparison.rows() + " rows");
  }
}
