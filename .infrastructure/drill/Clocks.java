import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Faults of time: clocks two hours apart. The database, the broker, the registry and those at work have the true time. */
final class Clocks {

  private static final Duration APART = Duration.ofHours(2);
  private static final List<String> WITH_A_CLOCK = Stream.concat(Suite.WITH_EVENTS.stream(), Stream.of("gateway")).toList();

  private Clocks() {}

  /**
   * First the services agree with each other and with nobody else, so that the work goes on; then one of them is
   * alone with its time, and what would need its belief in a token, or another's belief in its own, is refused.
   */
  static void apart(Scene scene) {
    Set<String> wrong = new LinkedHashSet<>(WITH_A_CLOCK);
    scene.afterwards(() -> scene.suite.startAnew(List.copyOf(wrong), Map.of()));
    scene.random.nextInt(); // The first draw is much the same for all small seeds.
    boolean behind = !scene.random.nextBoolean();
    if (behind && scene.suite.databaseCertifiedSince().isAfter(Instant.now().minus(APART))) {
      scene.say("the database's certificate is younger than two hours: no clock that is behind would believe it");
      behind = false;
    }
    String shift = (behind ? "-" : "+") + APART.toHours() + "h";
    scene.say("the services' clocks: " + shift);
    scene.suite.startAnew(WITH_A_CLOCK, Map.of("DRILL_CLOCK", shift));
    scene.load.awaitWrites(60);

    String alone = scene.oneOf(Suite.WITH_EVENTS);
    scene.say("the others have the true time again, " + alone + " has not");
    List<String> others = wrong.stream().filter(each -> !each.equals(alone)).toList();
    scene.suite.startAnew(others, Map.of());
    wrong.retainAll(List.of(alone));
    Suite.pause(Duration.ofSeconds(20));

    scene.say("kill -9 " + alone + ", which has the true time again");
    scene.suite.killNine(alone); // So that what it has told of itself stays behind, with its time.
    scene.suite.start(alone);
    wrong.clear();
    scene.load.awaitWrites(10);
    long apart = createdAtAnotherTime(scene);
    scene.verdict("interventions made at another time", apart > 0, "%d", apart);
  }

  private static long createdAtAnotherTime(Scene scene) {
    try (Database database = new Database(scene.suite)) {
      return database.number("select count(*) from accord_intervention.intervention where title like 'Exercice " + scene.load.run
          + " %' and abs(timestampdiff(minute, created_at, utc_timestamp())) > 90");
    }
  }
}
