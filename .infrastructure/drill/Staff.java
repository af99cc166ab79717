import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The demo's people, logged in before anything breaks. */
final class Staff {

  /** Where there is work. */
  record Place(UUID client, UUID site) {}

  final Person admin;
  private final List<Person> dispatchers;
  private final List<Person> technicians;
  private final Place place;

  Staff(String issuer, String password) {
    admin = new Person(issuer, "admin", password);
    dispatchers =
        List.of(new Person(issuer, "standardiste1", password), new Person(issuer, "standardiste2", password));
    technicians =
        List.of(new Person(issuer, "intervenant1", password), new Person(issuer, "intervenant2", password));
    place = somewhere();
  }

  private Place somewhere() {
    JsonNode clients = admin.get("/api/v1/clients?limit=20").expect(200).json().path("items");
    for (JsonNode client : clients) {
      UUID id = UUID.fromString(client.path("id").asString());
      JsonNode sites = admin.get("/api/v1/clients/" + id + "/sites").expect(200).json();
      JsonNode first = sites.path("items").path(0);
      if (client.path("active").asBoolean(true) && first.path("active").asBoolean(true) && first.has("id")) {
        return new Place(id, UUID.fromString(first.path("id").asString()));
      }
    }
    throw new IllegalStateException("no client of the demo has a site");
  }

  Person dispatcher(int desk) {
    return dispatchers.get(desk % dispatchers.size());
  }

  Person technician(int desk) {
    return technicians.get(desk % technicians.size());
  }

  Place place() {
    return place;
  }
}
