import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as the partner read it: its id, its type, and which version of what it tells. */
record Told(String event, String type, String aggregate, long sequence) {

  private static final JsonMapper JSON = new JsonMapper();

  static Told of(JsonNode event) {
    return new Told(
        event.path("id").asString("?"),
        event.path("type").asString("?").replace("com.accordenergie.", "").replaceAll("\\.v\\d+$", ""),
        key(event.at("/data/id").asString(event.path("subject").asString("?"))),
        event.path("sequence").asLong(0));
  }

  /** By the name that it has for the services. */
  Told asToldInside() {
    return new Told(event, type.replaceFirst("^partner\\.", ""), aggregate, sequence);
  }

  static String line(byte[] body) {
    Told told;
    try {
      told = of(JSON.readTree(body));
    } catch (JacksonException unreadable) {
      told = new Told("?", "unreadable", "?", 0);
    }
    return String.join("\t", told.event, told.type, told.aggregate, String.valueOf(told.sequence));
  }

  static List<Told> read(Journal journal) {
    return journal.lines().stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t"))
        .map(parts -> new Told(parts[0], parts[1], key(parts[2]), Long.parseLong(parts[3])))
        .toList();
  }

  /** As the database writes it. */
  static String key(String uuid) {
    return uuid.replace("-", "").toLowerCase(Locale.ROOT);
  }

  boolean isOf(String kind) {
    return type.startsWith(kind + ".");
  }

  String version() {
    return aggregate + " " + sequence;
  }
}
