import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How the services follow each other's events, as the admin sees it. */
final class Consumers {

  private static final List<String> NOTHING_OF = List.of("waiting", "retrying", "held", "parked", "missing", "gaps");
  private static final Duration COMPARISON = Duration.ofSeconds(120);

  private final Person admin;

  Consumers(Person admin) {
    this.admin = admin;
  }

  JsonNode of(String service) {
    return admin.get(path(service)).expect(200).json();
  }

  private static String path(String service) {
    return "/api/v1/consumers/" + service;
  }

  List<String> queues() {
    List<String> queues = new ArrayList<>();
    for (String service : Suite.WITH_EVENTS) {
      for (JsonNode subscription : of(service).path("subscriptions")) {
        queues.add(subscription.path("queue").asString());
      }
    }
    return queues;
  }

  static String serviceOf(String queue) {
    return Suite.WITH_EVENTS.stream().filter(queue::startsWith).findFirst().orElseThrow();
  }

  /** Of all services together: parked, gaps and the like. */
  long sum(String figure) {
    long sum = 0;
    for (String service : Suite.WITH_EVENTS) {
      for (JsonNode subscription : of(service).path("subscriptions")) {
        sum += subscription.path(figure).asLong();
      }
    }
    return sum;
  }

  long of(String queue, String figure) {
    for (JsonNode subscription : of(serviceOf(queue)).path("subscriptions")) {
      if (subscription.path("queue").asString().equals(queue)) {
        return subscription.path(figure).asLong();
      }
    }
    throw new IllegalStateException("there is no queue " + queue);
  }

  /** What is not yet as it should be, looked at after this moment; nothing once everybody has caught up. */
  List<String> behind(Instant after) {
    List<String> behind = new ArrayList<>();
    for (String service : Suite.WITH_EVENTS) {
      Answer answer = admin.get(path(service));
      if (answer.status() != 200) {
        behind.add(service + " answers " + answer.problem());
        continue;
      }
      JsonNode state = answer.json();
      String asOf = state.path("asOf").asString("");
      if (asOf.isEmpty() || Instant.parse(asOf).isBefore(after)) {
        behind.add(service + " has not looked since");
      }
      for (String away : List.of("databaseAway", "brokerAway", "brokerBlocked")) {
        if (state.path(away).asBoolean()) {
          behind.add(service + " " + away);
        }
      }
      for (String figure : List.of("depth", "setAside")) {
        if (state.path("outbox").path(figure).asLong() > 0) {
          behind.add(service + " outbox " + figure + " " + state.path("outbox").path(figure).asLong());
        }
      }
      for (JsonNode subscription : state.path("subscriptions")) {
        for (String figure : NOTHING_OF) {
          if (subscription.path(figure).asLong() > 0) {
            behind.add(subscription.path("queue").asString() + " " + figure + " " + subscription.path(figure).asLong());
          }
        }
      }
    }
    return behind;
  }

  /** What the events would make of each table, and what differs from it. */
  record Comparison(int tables, long rows, List<String> differences) {}

  Comparison compare() {
    List<String> compared = queues().stream().filter(this::beginComparison).toList();
    int tables = 0;
    long rows = 0;
    List<String> differences = new ArrayList<>();
    for (String queue : compared) {
      JsonNode report = awaitComparison(queue);
      if (!report.path("state").asString().equals("DONE")) {
        differences.add(queue + " " + report.path("failure").asString("failed"));
      }
      for (JsonNode table : report.path("tables")) {
        tables++;
        rows += table.path("rows").asLong();
        for (String difference : List.of("missing", "different", "extra")) {
          if (table.path(difference).asLong() > 0) {
            differences.add(queue + " " + table.path("table").asString() + ": " + difference + " "
                + table.path(difference).asLong() + " " + table.path("examples").path(0));
          }
        }
      }
    }
    return new Comparison(tables, rows, differences);
  }

  private boolean beginComparison(String queue) {
    Answer begun = admin.post(projection(queue) + "/rebuild", Map.of("repair", false));
    if (begun.status() == 404) {
      return false; // It makes nothing of its events.
    }
    begun.expect(202);
    return true;
  }

  private JsonNode awaitComparison(String queue) {
    var report = new JsonNode[1];
    Suite.await(
        "the comparison of " + queue,
        COMPARISON,
        () -> {
          report[0] = admin.get(projection(queue) + "/comparison").expect(200).json();
          return !report[0].path("state").asString().equals("RUNNING");
        });
    return report[0];
  }

  private static String projection(String queue) {
    return path(serviceOf(queue)) + "/projections/" + queue;
  }

  // --- Parked events ------------------------------------------------------------------------------------

  /** Gives up every parked event there is. */
  void dismissAll() {
    for (String service : Suite.WITH_EVENTS) {
      JsonNode parked = admin.get(path(service) + "/parked?limit=100").expect(200).json().path("items");
      for (JsonNode event : parked) {
        dismiss(path(service) + "/parked/" + event.path("id").asLong() + "?reason=exercice");
      }
    }
  }

  private void dismiss(String path) {
    try {
      admin.send("DELETE", path, null, request -> request.header("If-Match", "*")).expect(204);
    } catch (java.io.IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
