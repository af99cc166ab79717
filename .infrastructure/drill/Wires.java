import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** Faults of the network between the services and their servers. For these the services are started behind two proxies. */
final class Wires {

  private Wires() {}

  static void cut(Scene scene) {
    behindProxies(
        scene,
        (database, broker) -> {
          for (Proxy.Direction direction : Proxy.Direction.values()) {
            cut(scene, "database", database, direction, 8);
          }
          for (Proxy.Direction direction : Proxy.Direction.values()) {
            cut(scene, "broker", broker, direction, 25);
          }
        });
  }

  private static void cut(Scene scene, String what, Proxy wire, Proxy.Direction direction, int seconds) {
    scene.pauseUpTo(2_000);
    scene.say(what + ": nothing arrives " + direction + " for " + seconds + " s");
    wire.cut(direction);
    Suite.pause(Duration.ofSeconds(seconds));
    wire.mend();
    scene.load.awaitWrites(10);
  }

  static void resets(Scene scene) {
    behindProxies(
        scene,
        (database, broker) -> {
          long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
          int torn = 0;
          while (System.nanoTime() < end) {
            torn += scene.random.nextBoolean() ? database.reset() : broker.reset();
            scene.pauseUpTo(800);
          }
          scene.say(torn + " connections were reset");
        });
  }

  static void slowDatabase(Scene scene) {
    behindProxies(
        scene,
        (database, broker) -> {
          scene.say("the database takes 20 ms longer for each packet, each way, for 30 s");
          database.slow(Duration.ofMillis(20));
          Suite.pause(Duration.ofSeconds(30));
          database.mend();
        });
  }

  /** The fault's end is that of the strike; the services go back to their servers once everything has been judged. */
  private static void behindProxies(Scene scene, BiConsumer<Proxy, Proxy> fault) {
    var database = new Proxy(scene.suite.mysqlPort);
    var broker = new Proxy(scene.suite.rabbitPort);
    scene.say("the services are started anew behind proxies");
    scene.suite.startAnew(
        Suite.WITH_EVENTS,
        Map.of("DRILL_MYSQL_PORT", String.valueOf(database.port()), "DRILL_RABBIT_PORT", String.valueOf(broker.port())));
    scene.afterwards(
        () -> {
          scene.suite.startAnew(Suite.WITH_EVENTS, Map.of());
          database.close();
          broker.close();
        });
    scene.load.awaitWrites(30);
    fault.accept(database, broker);
  }
}
