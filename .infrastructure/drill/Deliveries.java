import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Faults of what is delivered: again, out of order, not at all, or nothing that anybody could read. */
final class Deliveries {

  private static final int COPIES = 3;
  private static final String FOLLOWING = "comment-service.interventions";
  /** How long a consumer waits for a version, as accord.events.gap-patience says. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private Deliveries() {}

  // --- Three times and shuffled -------------------------------------------------------------------------

  static void repeat(Scene scene) {
    List<String> queues = scene.consumers.queues();
    try (Broker broker = new Broker(scene.suite)) {
      List<Detour> detours = new ArrayList<>();
      int events = 0;
      try {
        queues.forEach(queue -> detours.add(new Detour(broker, queue)));
        scene.say("each event is delivered three times and shuffled to " + String.join(", ", queues));
        for (int round = 0; round < 15; round++) {
          Suite.pause(Duration.ofMillis(1_500));
          for (Detour detour : detours) {
            List<byte[]> taken = detour.take();
            events += taken.size();
            detour.deliver(shuffled(scene, taken));
          }
        }
      } finally {
        detours.forEach(Detour::close);
      }
      scene.verdict("events delivered three times and shuffled", events > 0, "%d", events);
    }
  }

  private static List<byte[]> shuffled(Scene scene, List<byte[]> events) {
    List<byte[]> copies = new ArrayList<>();
    for (int copy = 0; copy < COPIES; copy++) {
      copies.addAll(events);
    }
    Collections.shuffle(copies, scene.random);
    return copies;
  }

  // --- One never delivered ------------------------------------------------------------------------------

  /** It is in the log, and nowhere else. */
  static void missing(Scene scene) {
    try (Broker broker = new Broker(scene.suite)) {
      String dropped = null;
      try (Detour detour = new Detour(broker, FOLLOWING)) {
        Suite.pause(Duration.ofSeconds(5));
        List<byte[]> passed = new ArrayList<>();
        List<byte[]> taken = detour.take();
        for (int i = 0; i < taken.size(); i++) {
          String told = Told.line(taken.get(i));
          if (dropped == null && told.endsWith("\t2") && isFollowed(taken, i)) {
            dropped = told;
          } else {
            passed.add(taken.get(i));
          }
        }
        detour.deliver(passed);
      }
      if (dropped == null) {
        throw new IllegalStateException("no intervention went on from its version 2 within 5 s");
      }
      scene.say("never delivered to " + FOLLOWING + ": " + dropped.replace('\t', ' '));
    }
    boolean seen = Processes.isSeen(() -> scene.consumers.of(FOLLOWING, "gaps") > 0);
    scene.verdict("the gap is seen within 10 s", seen, "%s", seen ? "yes" : "no");
    Suite.pause(PATIENCE);
  }

  private static boolean isFollowed(List<byte[]> events, int place) {
    String aggregate = Told.line(events.get(place)).split("\t")[2];
    return events.stream().skip(place + 1L).map(Told::line).anyMatch(line -> line.split("\t")[2].equals(aggregate));
  }

  // --- Nothing that could be read -----------------------------------------------------------------------

  static void poison(Scene scene) {
    List<String> queues = scene.consumers.queues();
    Map<String, byte[]> poisons = poisons();
    long wanted = (long) queues.size() * poisons.size();
    scene.afterwards(scene.consumers::dismissAll);
    try (Broker broker = new Broker(scene.suite)) {
      scene.say("to each of " + queues.size() + " consumers: " + String.join(", ", poisons.keySet()));
      for (String queue : queues) {
        List<byte[]> bodies = new ArrayList<>(poisons.values());
        Collections.shuffle(bodies, scene.random);
        broker.deliver(queue, bodies);
      }
    }
    boolean parked = Processes.isSeen(() -> scene.consumers.sum("parked") >= wanted);
    scene.verdict("poison is parked and seen within 10 s", parked, "%d of %d", scene.consumers.sum("parked"), wanted);
    scene.load.awaitWrites(40);
    Suite.await(
        "the others go on past the poison",
        Duration.ofSeconds(10),
        () -> scene.consumers.sum("waiting") + scene.consumers.sum("retrying") + scene.consumers.sum("held") == 0);
    scene.verdict("what is not poison goes on past it", true, "yes");
    scene.consumers.dismissAll();
  }

  private static Map<String, byte[]> poisons() {
    Map<String, byte[]> poisons = new LinkedHashMap<>();
    poisons.put("no JSON", "{\"specversion\":\"1.0\",".getBytes(StandardCharsets.UTF_8));
    poisons.put("an unknown version", event("intervention.updated.v9", "1", "Fuite"));
    poisons.put("10 MB", padded(event("intervention.updated.v1", "1", "Fuite"), 10 << 20));
    poisons.put("a NUL", event("intervention.updated.v1", "1", "Fuite \\u0000 d'eau"));
    poisons.put("a wrong type", event("intervention.updated.v1", "\"first\"", "Fuite"));
    return poisons;
  }

  private static byte[] event(String type, String sequence, String title) {
    UUID id = UUID.randomUUID();
    return """
        {"specversion":"1.0","id":"%s","source":"/drill","type":"com.accordenergie.%s","subject":"%s",\
        "time":"2026-01-01T00:00:00Z","sequence":%s,"datacontenttype":"application/json",\
        "data":{"id":"%s","title":"%s"}}"""
        .formatted(UUID.randomUUID(), type, id, sequence, id, title)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] padded(byte[] event, int size) {
    byte[] padded = Arrays.copyOf(event, size);
    Arrays.fill(padded, event.length, size, (byte) ' ');
    return padded;
  }
}
