import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Faults of processes: killed, frozen, away, blocked, replaced. */
final class Processes {

  private Processes() {}

  static void killEach(Scene scene) {
    List<String> victims = new ArrayList<>(Suite.SERVICES);
    Collections.shuffle(victims, scene.random);
    for (String victim : victims) {
      killed(scene, victim);
      scene.load.awaitWrites(20);
    }
  }

  static void killed(Scene scene, String victim) {
    scene.pauseUpTo(1_500);
    scene.say("kill -9 " + victim);
    scene.suite.killNine(victim);
    scene.pauseUpTo(3_000);
    scene.suite.start(victim);
  }

  /** The broker is not in the way of any write. */
  static void killBroker(Scene scene) {
    withoutRefusals(scene, () -> killed(scene, "rabbitmq", 5_000));
  }

  static void killDatabase(Scene scene) {
    killed(scene, "mysql", 3_000);
  }

  static void killed(Scene scene, String server, int awayUpTo) {
    scene.pauseUpTo(3_000);
    scene.say("kill -9 " + server);
    scene.suite.server("kill", server);
    scene.pauseUpTo(awayUpTo);
    scene.suite.server("start", server);
    scene.say(server + " answers again");
  }

  static void brokerAway(Scene scene) {
    withoutRefusals(
        scene,
        () -> {
          scene.say("RabbitMQ is stopped for " + scene.minutes + " min");
          scene.suite.server("stop", "rabbitmq");
          Suite.pause(Duration.ofMinutes(scene.minutes));
          scene.suite.server("start", "rabbitmq");
        });
  }

  static void diskFull(Scene scene) {
    withoutRefusals(
        scene,
        () -> {
          scene.pauseUpTo(2_000);
          scene.suite.brokerControl("set_disk_free_limit", "100000GB");
          try {
            scene.say("the disk is full, says RabbitMQ");
            scene.load.awaitWrites(20);
            boolean seen = isSeen(() -> scene.consumers.of("intervention-service").path("brokerBlocked").asBoolean());
            Suite.pause(Duration.ofSeconds(15));
            long waiting = scene.consumers.of("intervention-service").at("/outbox/depth").asLong();
            scene.verdict("the blocked broker is seen within 10 s", seen, "%s", seen ? "yes" : "no");
            scene.verdict("events waited in the outbox meanwhile", waiting > 0, "%d", waiting);
          } finally {
            scene.suite.brokerControl("set_disk_free_limit", "100MB");
          }
        });
  }

  static boolean isSeen(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (condition.getAsBoolean()) {
          return true;
        }
      } catch (IllegalStateException nobodyAnswers) {
        // Then it cannot be seen.
      }
      Suite.pause(Duration.ofMillis(250));
    }
    return false;
  }

  private static void withoutRefusals(Scene scene, Runnable fault) {
    int before = scene.load.tally.unavailable();
    int writesBefore = scene.load.writes();
    fault.run();
    int refused = scene.load.tally.unavailable() - before;
    scene.verdict("writes refused without the broker", refused == 0, "%d, acknowledged meanwhile: %d",
        refused, scene.load.writes() - writesBefore);
  }

  static void freeze(Scene scene) {
    frozen(scene, scene.oneOf(List.of("auth-service", "user-service", "intervention-service", "comment-service", "gateway")), 60);
  }

  static void frozen(Scene scene, String victim, int seconds) {
    scene.pauseUpTo(1_500);
    scene.say(victim + " is frozen for " + seconds + " s");
    scene.suite.freeze(victim);
    try {
      Suite.pause(Duration.ofSeconds(seconds));
    } finally {
      scene.suite.thaw(victim);
    }
  }

  /** Nobody is refused, for there is always another instance; gateway and discovery have one port each. */
  static void rolling(Scene scene) {
    List<String> services = new ArrayList<>(Suite.WITH_EVENTS);
    Collections.shuffle(services, scene.random);
    for (String service : services) {
      String second = service + "-2";
      scene.say(service + ": a second instance, then the first one anew");
      scene.suite.start(second);
      try {
        scene.load.awaitWrites(15);
        scene.suite.stop(service);
        scene.load.awaitWrites(15);
        scene.suite.start(service);
        scene.load.awaitWrites(15);
      } finally {
        scene.suite.stop(second);
      }
    }
    int refused = scene.load.tally.unavailable();
    scene.verdict("writes refused during the restarts", refused == 0, "%d %s", refused, scene.load.tally.refusals());
  }
}
