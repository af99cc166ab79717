package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.suite.Company.Client;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Tokens;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody gets further than their own, by whatever door. */
class RightsThroughTheGatewayIT {

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void whatIsAnothersLooksLikeWhatDoesNotExist() {
    Client client = company.newClient(company.claire, "Lycée Ampère");
    Work work = Work.create(company.claire, client, "Fuite au sous-sol");
    UUID comment =
        work.commented(company.claire, "Clés chez le gardien", "INTERNAL").expect(201).id();
    Colleague stranger = company.someoneAt(company.newClient(company.marc, "Hôtel du Parc"));

    for (Colleague other : List.of(company.marc, company.nadia, stranger)) {
      for (String path :
          List.of(
              "/api/v1/interventions/{id}",
              "/api/v1/interventions/{id}/history",
              "/api/v1/interventions/{id}/comments",
              "/api/v1/interventions/{id}/attachments")) {
        sameAnswer(other, path, work.id());
      }
      sameAnswer(other, "/api/v1/comments/{id}", comment);
    }
    UUID unknown = UUID.randomUUID();
    for (Colleague other : List.of(company.marc, company.nadia)) {
      Answer foreign = work(work.id()).moveBlindly(other);
      Answer none = work(unknown).moveBlindly(other);
      assertThat(foreign.expect(404).text()).isEqualTo(none.expect(404).text());
    }
  }

  private static void sameAnswer(Colleague reader, String path, UUID foreign) {
    Answer seen = reader.get(path.replace("{id}", foreign.toString())).expect(404, "not-found");
    Answer unknown =
        reader.get(path.replace("{id}", UUID.randomUUID().toString())).expect(404, "not-found");
    assertThat(seen.text()).as(reader.username() + " " + path).isEqualTo(unknown.text());
  }

  private record Blind(UUID id) {
    Answer moveBlindly(Colleague mover) {
      return mover.post(
          "/api/v1/interventions/" + id + "/transitions",
          "\"1\"",
          Map.of("to", "CANCELLED", "reason", "pour voir"));
    }
  }

  private static Blind work(UUID id) {
    return new Blind(id);
  }

  @Test
  void listsShowEachTheirOwn() {
    Client one = company.newClient(company.claire, "Mairie de Bron");
    Client other = company.newClient(company.marc, "Piscine de Vaise");
    Work claires = Work.create(company.claire, one, "Vanne grippée");
    Work marcs = Work.create(company.marc, other, "Pompe bruyante");
    Colleague client = company.someoneAt(one);

    assertThat(list(company.claire)).contains(claires.id().toString()).doesNotContain(marcs.id().toString());
    assertThat(list(company.marc)).contains(marcs.id().toString()).doesNotContain(claires.id().toString());
    assertThat(list(client)).contains(claires.id().toString()).doesNotContain(marcs.id().toString());
    assertThat(list(company.admin)).contains(claires.id().toString(), marcs.id().toString());
    assertThat(client.get("/api/v1/interventions?q=Pompe&limit=100").expect(200).text())
        .doesNotContain(marcs.id().toString());
  }

  private static String list(Colleague reader) {
    return reader.get("/api/v1/interventions?limit=100").expect(200).text();
  }

  @Test
  void whatARoleMayNeverDoIsForbidden() {
    Colleague client = company.someoneAt(company.newClient(company.claire, "Cinéma Rex"));
    Client any = company.newClient(company.claire, "Musée");

    for (Colleague reader : List.of(company.claire, company.paul, client)) {
      reader.get("/api/v1/users").expect(403, "forbidden");
      reader.post("/api/v1/users", Map.of("username", "intrus")).expect(403, "forbidden");
      reader.post("/api/v1/statuses", Map.of("code", "X")).expect(403, "forbidden");
      reader
          .post("/api/v1/users/" + company.marc.id() + "/invitation", Map.of())
          .expect(403, "forbidden");
    }
    for (Colleague creator : List.of(company.paul, client)) {
      Work.tryToCreate(creator, any, "Sans y avoir droit").expect(403, "forbidden");
      creator.get("/api/v1/clients").expect(403, "forbidden");
    }
  }

  @Test
  void everyServiceChecksTheTokenItselfAtItsOwnPort() {
    Map<String, String> doors = new LinkedHashMap<>();
    doors.put("user-service", "/api/v1/me");
    doors.put("intervention-service", "/api/v1/interventions");
    doors.put("comment-service", "/api/v1/comments/" + UUID.randomUUID());
    doors.put("auth-service", "/api/v1/users/" + company.marc.id() + "/invitation");
    doors.put("gateway", "/api/v1/me");
    for (var door : doors.entrySet()) {
      URI address = suite.instanceOf(door.getKey()).address();
      for (var token : badTokens().entrySet()) {
        Answer answer = ask(address, token.getValue(), door.getValue());
        assertThat(answer.status()).as(door.getKey() + " with " + token.getKey()).isEqualTo(401);
        answer.expect(401, "unauthenticated");
      }
      for (String token :
          List.of(company.admin.token(), asIssued().of(Caller.admin(company.admin.id())))) {
        assertThat(ask(address, token, door.getValue()).status()).as(door.getKey()).isIn(200, 404);
      }
    }
  }

  @Test
  void nothingOfTheServicesThemselvesIsPublic() {
    for (String path :
        List.of(
            "/actuator/env",
            "/actuator/metrics",
            "/actuator/heapdump",
            "/eureka/apps",
            "/user-service/api/v1/me",
            "/api/v1/internal",
            "/auth-assets/..%2factuator%2fhealth")) {
      assertThat(ask(suite.issuer(), company.admin.token(), path).status()).as(path).isIn(400, 404);
    }
  }

  private static Answer ask(URI address, String token, String path) {
    return Colleague.send(
        address, token, "GET", path, BodyPublishers.noBody(), request -> request);
  }

  /** Missing, tampered with, and one of each kind that is useless though made as auth-service makes them. */
  private Map<String, String> badTokens() {
    String good = company.admin.token();
    Map<String, String> tokens =
        new LinkedHashMap<>(asIssued().useless(Caller.admin(company.admin.id())));
    tokens.put("no token", "");
    int dot = good.lastIndexOf('.');
    tokens.put("another's signature", good.substring(0, dot) + "." + signatureOf(company.claire));
    tokens.put("cut short", good.substring(0, good.length() - 8));
    return tokens;
  }

  private Tokens asIssued() {
    return new Tokens(suite.issuer().toString(), suite::signingKey);
  }

  private static String signatureOf(Colleague colleague) {
    String token = colleague.token();
    return token.substring(token.lastIndexOf('.') + 1);
  }
}
