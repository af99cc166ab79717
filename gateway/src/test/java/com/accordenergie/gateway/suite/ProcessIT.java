package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.gateway.suite.Company.Client;
import com.accordenergie.platform.test.CapturedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One intervention, lived through by all four roles. */
class ProcessIT {

  private final Suite suite = Suite.running();
  private final Company company = suite.company();
  private final Colleague claire = company.claire;
  private final Colleague paul = company.paul;

  @Test
  void anInterventionFromThePhoneCallToItsReopening() {
    // A new client is on the phone. Claire registers it, and what is broken, while they talk.
    Client bakery = company.newClient(claire, "Boulangerie Martin");
    Answer created = Work.tryToCreate(claire, bakery, "Chaudière en panne").expect(201);
    Work boiler = new Work(created.id());
    assertThat(created.header("Location")).isEqualTo(boiler.path());
    assertThat(created.etag()).isEqualTo("\"1\"");
    assertThat(created.json().path("reference").asString()).matches("INT-\\d{4}-\\d{6}");
    assertThat(statusOf(created)).isEqualTo("NEW");
    assertThat(created.json().path("ownerId").asString()).isEqualTo(claire.id().toString());

    // Somebody at the client's gets an account and sees what concerns them, in words for clients.
    Colleague sophie = company.someoneAt(bakery);
    assertThat(boiler.seenBy(sophie).expect(200).text()).contains("Demande enregistrée");

    // Paul does not know of it until Claire plans it for him.
    boiler.seenBy(paul).expect(404, "not-found");
    Answer planned = boiler.planned(claire, paul).expect(200);
    assertThat(planned.version()).isEqualTo(2);
    assertThat(boiler.seenBy(sophie).expect(200).text()).contains("Rendez-vous fixé");
    assertThat(idsIn(paul.get("/api/v1/interventions?status=SCHEDULED"))).contains(boiler.id());
    assertThat(nextStepsFor(paul, boiler)).contains("EN_ROUTE");

    // He drives there, begins, and finds that a part is missing.
    boiler.moved(paul, "EN_ROUTE", Map.of()).expect(200);
    assertThat(boiler.seenBy(sophie).expect(200).text()).contains("Intervenant en route");
    boiler.moved(paul, "IN_PROGRESS", Map.of()).expect(200);
    boiler.moved(paul, "ON_HOLD", Map.of()).expect(422);
    boiler.moved(paul, "ON_HOLD", Map.of("reason", "Vanne à commander")).expect(200);
    assertThat(boiler.seenBy(sophie).expect(200).text()).contains("En attente : Vanne à commander");

    // The client asks, the house talks among itself, and answers.
    Answer question =
        boiler.commented(sophie, "Quand revenez-vous ?", "PUBLIC").expect(201);
    boiler.commented(sophie, "Entre nous", "INTERNAL").expect(403);
    Answer aside =
        boiler.commented(paul, "Vanne en rupture chez le fournisseur", "INTERNAL").expect(201);
    Answer reply = boiler.commented(claire, "Jeudi matin.", "PUBLIC").expect(201);
    assertThat(boiler.thread(sophie).expect(200).text())
        .contains("Quand revenez-vous ?", "Jeudi matin.")
        .doesNotContain("fournisseur", aside.id().toString());
    sophie.get("/api/v1/comments/" + aside.id()).expect(404, "not-found");

    // The part is there. Paul resumes, repairs, and reports.
    boiler.moved(paul, "IN_PROGRESS", Map.of()).expect(200);
    boiler.moved(paul, "DONE", Map.of()).expect(422);
    Answer done =
        boiler.moved(paul, "DONE", Map.of("report", "Vanne gaz remplacée, essais faits.")).expect(200);
    assertThat(boiler.seenBy(sophie).expect(200).text()).contains("Terminée, à valider");

    // Paul may not close it, Marc does not even know of it, Claire closes.
    boiler.moved(paul, "CLOSED", Map.of()).expect(403);
    boiler.seenBy(company.marc).expect(404, "not-found");
    boiler.moved(claire, "CLOSED", Map.of()).expect(200);

    // It breaks again; only the admin can reopen what is closed, and says why.
    boiler.moved(claire, "NEW", Map.of("reason", "Nouvelle panne")).expect(403);
    Answer reopened =
        boiler
            .moved(company.admin, "NEW", Map.of("reason", "Même panne le lendemain"))
            .expect(200);
    assertThat(statusOf(reopened)).isEqualTo("NEW");

    // Nothing of it is forgotten.
    assertThat(historyOf(boiler)).contains("Vanne à commander", "Même panne le lendemain");

    // And all of it was told, in order and without a gap, to whoever listens.
    List<CapturedEvent> told =
        suite.events().awaitSequence(boiler.id(), reopened.version());
    assertThat(told).extracting(CapturedEvent::routingKey)
        .startsWith("intervention.created")
        .contains("intervention.status-changed");
    assertThat(told).hasSize((int) reopened.version());
    assertThat(done.version()).isLessThan(reopened.version());
    for (Answer comment : List.of(question, aside, reply)) {
      assertThat(suite.events().awaitSequence(comment.id(), 1))
          .singleElement()
          .extracting(CapturedEvent::routingKey)
          .isEqualTo("comment.added");
    }
    assertThat(suite.events().awaitSequence(aside.id(), 1).getFirst().data().has("body")).isFalse();
    suite.events().awaitSequence(bakery.id(), 1);
    suite.events().awaitSequence(bakery.site(), 1);
    suite.events().awaitSequence(sophie.id(), 1);

    // The thread shows the way that the intervention took.
    await("the thread has followed")
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                assertThat(kindsIn(boiler.thread(claire)))
                    .filteredOn("STATUS_CHANGE"::equals)
                    .hasSizeGreaterThanOrEqualTo(7));
  }

  private static String statusOf(Answer intervention) {
    JsonNode status = intervention.json().path("status");
    return status.isObject() ? status.path("code").asString() : status.asString();
  }

  private static List<UUID> idsIn(Answer page) {
    return page.expect(200).json().path("items").valueStream()
        .map(item -> UUID.fromString(item.path("id").asString()))
        .toList();
  }

  private static List<String> kindsIn(Answer thread) {
    return thread.expect(200).json().path("items").valueStream()
        .map(item -> item.path("kind").asString())
        .toList();
  }

  private static List<String> nextStepsFor(Colleague reader, Work work) {
    return work.seenBy(reader).expect(200).json().path("allowedTransitions").findValuesAsString("to");
  }

  private String historyOf(Work work) {
    return company.admin.get(work.path() + "/history?limit=100").expect(200).text();
  }
}
