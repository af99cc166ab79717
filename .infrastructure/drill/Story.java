import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One intervention from the call to its end. Whoever does not know whether a write was carried out does what a
 * good client does: repeats it with the same key, or reads again and goes on from there.
 */
final class Story {

  private final Load load;
  private final Person dispatcher;
  private final Person technician;
  private final Staff.Place place;
  private final String name;
  private UUID id;
  private String etag;
  private int texts;

  Story(Load load, Person dispatcher, Person technician, Staff.Place place, String name) {
    this.load = load;
    this.dispatcher = dispatcher;
    this.technician = technician;
    this.place = place;
    this.name = name;
  }

  void tell() {
    create();
    if (id == null) {
      return;
    }
    move(dispatcher, "ASSIGNED", Map.of("technicianId", technician.id));
    comment(dispatcher);
    retitle();
    move(technician, "EN_ROUTE", Map.of());
    comment(technician);
    move(technician, "IN_PROGRESS", Map.of());
    retitle();
    move(technician, "DONE", Map.of("report", "Remis en service."));
    comment(dispatcher);
    move(dispatcher, "CLOSED", Map.of());
  }

  private void create() {
    Map<String, Object> order = new HashMap<>();
    order.put("title", name);
    order.put("description", "Sous la charge d'un exercice.");
    order.put("urgency", "HIGH");
    order.put("clientId", place.client());
    order.put("siteId", place.site());
    Answer created = once(dispatcher, "/api/v1/interventions", order);
    if (created != null) {
      id = UUID.fromString(created.json().path("id").asString());
      etag = created.etag();
      load.acknowledge("intervention", id, created.version());
    }
  }

  private void comment(Person author) {
    String path = "/api/v1/interventions/" + id + "/comments";
    Answer added = once(author, path, Map.of("body", name + " " + ++texts, "visibility", "PUBLIC"));
    if (added != null) {
      load.acknowledge("comment", UUID.fromString(added.json().path("id").asString()), added.version());
    }
  }

  /** However often it is sent, it is done once. */
  private Answer once(Person author, String path, Map<String, ?> body) {
    String key = UUID.randomUUID().toString();
    while (load.goesOn()) {
      Answer answer = load.write(author, "POST", path, body, request -> request.header("Idempotency-Key", key));
      if (answer != null && answer.isDone()) {
        return answer;
      }
      if (answer != null && answer.status() < 500 && !answer.problem().endsWith("idempotency-key-in-use")) {
        return null;
      }
      Suite.pause(Duration.ofMillis(300));
    }
    return null;
  }

  private void move(Person mover, String to, Map<String, ?> needs) {
    Map<String, Object> move = new HashMap<>(needs);
    move.put("to", to);
    change(mover, "POST", "/transitions", move);
  }

  private void retitle() {
    change(dispatcher, "PATCH", "", Map.of("title", name + ", suite " + ++texts));
  }

  private void change(Person author, String method, String below, Map<String, ?> body) {
    if (!load.goesOn()) {
      return;
    }
    String expected = etag;
    Answer changed =
        load.write(author, method, path() + below, body, request -> request.header("If-Match", expected));
    if (changed != null && changed.isDone()) {
      etag = changed.etag();
      load.acknowledge("intervention", id, changed.version());
    } else {
      readAgain();
    }
  }

  private void readAgain() {
    while (load.goesOn()) {
      Suite.pause(Duration.ofMillis(300));
      Answer read = load.read(dispatcher, path());
      if (read != null && read.isDone()) {
        etag = read.etag();
        return;
      }
    }
  }

  private String path() {
    return "/api/v1/interventions/" + id;
  }
}
