package com.accordenergie.gateway.suite;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The people of the tests, hired one by one as an admin does it. */
final class Company {

  static final String PASSWORD = "cheval correct pile agrafe";
  private static final UUID FIRST_ADMIN = UUID.fromString("01900000-0000-7000-8000-000000000001");

  private final URI issuer;
  private final AtomicInteger numbers = new AtomicInteger();
  private final String suffix = "-" + UUID.randomUUID().toString().substring(0, 6);

  final Colleague admin;
  final Colleague claire;
  final Colleague marc;
  final Colleague paul;
  final Colleague nadia;

  Company(Suite suite) {
    issuer = suite.issuer();
    admin = new Colleague(issuer, FIRST_ADMIN, "admin", Suite.ADMIN_PASSWORD);
    await("the first admin can log in")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              admin.token();
              admin.get("/api/v1/me").expect(200);
            });
    claire = hire("claire" + suffix, "Claire Morel", "DISPATCHER", null, List.of());
    marc = hire("marc" + suffix, "Marc Petit", "DISPATCHER", null, List.of());
    paul = hire("paul" + suffix, "Paul Girard", "TECHNICIAN", null, List.of("chaudière gaz"));
    nadia = hire("nadia" + suffix, "Nadia Benali", "TECHNICIAN", null, List.of("climatisation"));
  }

  /** Registers somebody, invites them, and lets them choose their password. */
  Colleague hire(
      String username, String name, String role, @Nullable UUID client, List<String> skills) {
    Map<String, Object> person = new HashMap<>();
    person.put("username", username);
    person.put("email", username + "@accordenergie.example");
    person.put("displayName", name);
    person.put("role", role);
    if (client != null) {
      person.put("clientId", client);
    }
    if (!skills.isEmpty()) {
      person.put("skills", skills);
    }
    UUID id = admin.post("/api/v1/users", person).expect(201).id();
    Answer invitation =
        admin.post("/api/v1/users/" + id + "/invitation", Map.of()).expect(201);
    URI link = URI.create(invitation.json().required("link").asString());
    new Browser(issuer).choosePassword(link, PASSWORD);
    return new Colleague(issuer, id, username, PASSWORD);
  }

  /** A client that a dispatcher registers on the phone, with one site. */
  Client newClient(Colleague dispatcher, String name) {
    String distinct = name + " " + numbers.incrementAndGet();
    UUID client =
        dispatcher.post("/api/v1/clients", Map.of("name", distinct)).expect(201).id();
    UUID site =
        dispatcher
            .post(
                "/api/v1/clients/" + client + "/sites",
                Map.of(
                    "name", "Chaufferie",
                    "addressLine", "12 rue des Lilas",
                    "postalCode", "69003",
                    "city", "Lyon"))
            .expect(201)
            .id();
    return new Client(client, site, distinct);
  }

  /** Somebody at the client's who may follow its interventions. */
  Colleague someoneAt(Client client) {
    int number = numbers.incrementAndGet();
    return hire("sophie" + suffix + "-" + number, "Sophie Leroy", "CLIENT", client.id(), List.of());
  }

  record Client(UUID id, UUID site, String name) {}
}
