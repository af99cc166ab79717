import java.time.Duration;
import java.util.List;

/**
 * A relay that dies after the broker has confirmed an event and before its row has left the outbox. A trigger makes the database
 * take its time over exactly that removal, so that the moment is met every time.
 */
final class Relay {

  private static final int ROUNDS = 3;
  private static final String TRIGGER = "drill_slow_removal";

  private Relay() {}

  static void killBetween(Scene scene) {
    String tap = "drill.tap";
    try (Broker broker = new Broker(scene.suite);
        Database database = new Database(scene.suite)) {
      broker.declare(tap, List.of("intervention.#", "comment.#"));
      try {
        for (int round = 1; round <= ROUNDS; round++) {
          String victim = scene.oneOf(List.of("intervention-service", "comment-service"));
          killBetween(scene, broker, database, tap, victim);
        }
      } finally {
        broker.delete(tap);
      }
    }
  }

  private static void killBetween(Scene scene, Broker broker, Database database, String tap, String victim) {
    String schema = "accord_" + victim.replace("-service", "");
    scene.load.awaitWrites(20);
    // Once for each batch: one of many rows would hold everybody up for minutes.
    database.execute("drop trigger if exists " + schema + "." + TRIGGER);
    database.execute("create trigger " + schema + "." + TRIGGER + " before delete on " + schema
        + ".outbox for each row begin"
        + " if @drill_slept is null or unix_timestamp(sysdate(6)) - @drill_slept > 0.05 then do sleep(3); end if;"
        + " set @drill_slept = unix_timestamp(sysdate(6)); end");
    try {
      broker.take(tap);
      String ofItsOwn = victim.equals("comment-service") ? "comment." : "intervention.";
      Suite.await(
          "an event of " + victim,
          Duration.ofSeconds(30),
          () -> broker.take(tap).stream().map(Told::line).anyMatch(line -> line.split("\t")[1].startsWith(ofItsOwn)));
      Suite.pause(Duration.ofMillis(300)); // The confirm follows at once; the removal takes three seconds.
      scene.say("kill -9 " + victim + ", whose event has left and whose row has not");
      scene.suite.killNine(victim);
    } finally {
      database.execute("drop trigger " + schema + "." + TRIGGER);
    }
    scene.suite.start(victim);
  }
}
