package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.EventStream;
import com.accordenergie.platform.test.EventStream.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everybody watches the same day go by, each their part of it. */
class LiveIT {

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void twoColleaguesOfEachRoleHearWhatIsTheirs() {
    var client = company.newClient(company.claire, "Boulangerie Perrin");
    Colleague sophie = company.someoneAt(client);
    Colleague stranger = company.someoneAt(company.newClient(company.marc, "Pharmacie Bell"));
    Map<Colleague, EventStream> streams = new LinkedHashMap<>();
    for (Colleague person :
        List.of(
            company.admin, company.claire, company.marc, company.paul, company.nadia, sophie,
            stranger)) {
      streams.put(person, listen(person, null));
    }
    streams.values().forEach(EventStream::awaitPlace);

    Work work = Work.create(company.claire, client, "Four en panne");
    work.planned(company.claire, company.paul).expect(200);
    // What two services tell has no order between them: each is told before the other goes on.
    suite.events().awaitSequence(work.id(), 2);
    UUID inside = work.commented(company.claire, "Client difficile", "INTERNAL").expect(201).id();
    UUID open = work.commented(company.paul, "J'arrive à 9 h", "PUBLIC").expect(201).id();
    streams.get(sophie).hears("the comment", heard -> heard.value("id").equals(open.toString()));
    suite.events().awaitSequence(inside, 1);
    suite.events().awaitSequence(open, 1);
    work.moved(company.paul, "EN_ROUTE", Map.of()).expect(200);
    Answer seen = work.seenBy(company.admin).expect(200);
    company
        .admin
        .patch(work.path(), seen.etag(), Map.of("ownerId", company.marc.id()))
        .expect(200);
    work.moved(company.paul, "IN_PROGRESS", Map.of()).expect(200);

    List<String> all =
        List.of(
            "intervention.created", "intervention.status-changed", "comment.added",
            "comment.added", "intervention.status-changed", "intervention.handed-over",
            "intervention.status-changed");
    hears(streams, company.admin, work, all);
    hears(streams, company.claire, work, with(all.subList(0, 5), "intervention.gone"));
    hears(streams, company.marc, work, all.subList(5, 7));
    hears(streams, company.paul, work, all.subList(1, 7));
    hears(
        streams,
        sophie,
        work,
        List.of(
            "intervention.created", "intervention.status-changed", "comment.added",
            "intervention.status-changed", "intervention.status-changed"));
    for (Colleague other : List.of(company.nadia, stranger)) {
      assertThat(of(streams.get(other), work)).isEmpty();
    }
    assertThat(streams.get(sophie).heard())
        .noneMatch(heard -> heard.value("id").equals(inside.toString()));
    streams.values().forEach(EventStream::close);
  }

  private static void hears(
      Map<Colleague, EventStream> streams, Colleague person, Work work, List<String> types) {
    await(person.username() + " hears all")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(of(streams.get(person), work)).isEqualTo(types));
  }

  private static List<String> of(EventStream stream, Work work) {
    return stream.heard().stream()
        .filter(heard -> heard.value("interventionId").equals(work.id().toString()))
        .map(Heard::type)
        .toList();
  }

  private static List<String> with(List<String> types, String more) {
    List<String> all = new ArrayList<>(types);
    all.add(more);
    return all;
  }

  @Test
  void whoIsCutOffGoesOnAtAnotherInstanceWithoutAGap() {
    var client = company.newClient(company.claire, "Gymnase des Bords de Saône");
    // Another service tells of them, in its own time.
    suite.events().awaitSequence(client.id(), 1);
    suite.events().awaitSequence(client.site(), 1);
    EventStream before = listen(company.claire, null);
    before.awaitPlace();
    Work first = Work.create(company.claire, client, "Première");
    before.hears("the first", heard -> heard.value("interventionId").equals(first.id().toString()));
    before.close();

    List<Work> missed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      missed.add(Work.create(company.claire, client, "Manquée " + i));
    }
    missed.forEach(work -> suite.events().awaitSequence(work.id(), 1));
    ServiceProcess another = suite.startAnother("intervention-service");
    EventStream after =
        EventStream.open(
            another.address().toString(), company.claire.token(), before.lastId());
    Work last = Work.create(company.claire, client, "Dernière");
    after.hears("the last", heard -> heard.value("interventionId").equals(last.id().toString()));

    List<String> expected = new ArrayList<>();
    missed.forEach(work -> expected.add(work.id().toString()));
    expected.add(last.id().toString());
    assertThat(after.heard().stream().map(heard -> heard.value("interventionId")).toList())
        .isEqualTo(expected);

    another.killNine();
    after.awaitEnd();
    try (EventStream again = listen(company.claire, after.lastId())) {
      again.awaitPlace();
      assertThat(again.heard()).isEmpty();
    }
  }

  @Test
  void whoIsDeactivatedHearsNothingMore() {
    Colleague leaving =
        company.hire(
            "partante-" + UUID.randomUUID().toString().substring(0, 6),
            "Lucie Blanc", "DISPATCHER", null, List.of());
    try (EventStream stream = listen(leaving, null)) {
      stream.awaitPlace();
      Answer person = company.admin.get("/api/v1/users/" + leaving.id()).expect(200);
      company
          .admin
          .patch("/api/v1/users/" + leaving.id(), person.etag(), Map.of("active", false))
          .expect(200);
      stream.awaitEnd();
    }
  }

  @Test
  void whoLogsOutInOneBrowserStillHearsInTheOther() {
    Colleague nora =
        company.hire(
            "nora-" + UUID.randomUUID().toString().substring(0, 6),
            "Nora Petit", "DISPATCHER", null, List.of());
    var office = new WebClient(suite.issuer());
    var home = new WebClient(suite.issuer());
    office.logIn(nora, "%2F");
    home.logIn(nora, "%2F");
    try (EventStream left = listen(office);
        EventStream kept = listen(home)) {
      left.awaitPlace();
      kept.awaitPlace();

      office.post("/session/logout", Map.of()).expect(200);

      left.awaitEnd();
      home.post("/api/v1/clients", Map.of("name", "Crèche des Lilas")).expect(201);
      kept.hears("what comes then", heard -> heard.type().equals("client.created"));
    }
  }

  private EventStream listen(WebClient browser) {
    return EventStream.openWithCookies(suite.issuer().toString(), browser.copied());
  }

  private EventStream listen(Colleague person, @Nullable String lastEventId) {
    return EventStream.open(suite.issuer().toString(), person.token(), lastEventId);
  }
}
