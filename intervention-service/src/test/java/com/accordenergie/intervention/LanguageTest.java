package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What the lists call things, in the reader's language: French, unless English is asked for. */
@ServiceTest
class LanguageTest {

  @Autowired Trade trade;
  @Autowired Api api;

  private Cast cast;
  private UUID id;

  @BeforeEach
  void anInterventionThatIsNew() {
    cast = trade.cast();
    id = trade.newIntervention(cast);
  }

  private Answer ask(Caller caller, HttpMethod method, String uri, String language, Map<String, ?> body) {
    Map<String, String> headers =
        body.isEmpty()
            ? Map.of(HttpHeaders.ACCEPT_LANGUAGE, language)
            : Map.of(
                HttpHeaders.ACCEPT_LANGUAGE, language, HttpHeaders.IF_MATCH, "\"" + trade.version(id) + "\"");
    return trade.send(api.as(caller), method, uri, headers, body.isEmpty() ? null : body);
  }

  private Answer read(Caller caller, String language) {
    return ask(caller, HttpMethod.GET, "/api/v1/interventions/" + id, language, Map.of());
  }

  private static String wayTo(String status, JsonNode answer) {
    for (JsonNode way : answer.required("allowedTransitions")) {
      if (way.path("to").asString().equals(status)) {
        return way.path("label").asString();
      }
    }
    throw new AssertionError("no way to " + status + " in " + answer);
  }

  @ParameterizedTest(name = "asked for in {0}")
  @CsvSource({"en, New, Assigned", "en-GB, New, Assigned", "fr, Nouvelle, Affectée", "de, Nouvelle, Affectée", "???, Nouvelle, Affectée"})
  void anIntervention(String language, String status, String next) {
    JsonNode answer = read(cast.owner(), language).is(200).body();

    assertThat(answer.path("status").path("label").asString()).isEqualTo(status);
    assertThat(wayTo("ASSIGNED", answer)).isEqualTo(next);
  }

  @ParameterizedTest(name = "asked for in {0}")
  @CsvSource({"en, Request recorded", "fr, Demande enregistrée"})
  void itsClientReadsTheClientsWords(String language, String status) {
    assertThat(read(cast.client(), language).is(200).body().path("status").path("label").asString())
        .isEqualTo(status);
  }

  @ParameterizedTest(name = "asked for in {0}")
  @CsvSource({"en, Assigned", "fr, Affectée"})
  void aRefusedStepNamesTheOnesThatThereAre(String language, String next) {
    Answer refused =
        ask(
            cast.owner(),
            HttpMethod.POST,
            "/api/v1/interventions/" + id + "/transitions",
            language,
            Map.of("to", "CLOSED"));

    refused.isProblem(409, "transition-not-allowed");
    assertThat(wayTo("ASSIGNED", refused.body())).isEqualTo(next);
  }

  @Test
  void withoutAWishItIsFrench() {
    assertThat(wayTo("ASSIGNED", trade.read(cast.owner(), id).is(200).body())).isEqualTo("Affectée");
  }
}
