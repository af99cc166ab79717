package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Many at once. */
@ServiceTest
class ConcurrencyTest {

  private static final int WRITERS = 64;

  @Autowired Trade trade;
  @Autowired Api api;
  @Autowired CapturedEvents events;

  @Test
  void ofManyWhoBuildOnOneVersionExactlyOneWinsEachRound() {
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    for (int round = 1; round <= 10; round++) {
      long version = round;
      List<Answer> answers =
          AtOnce.with(
              WRITERS,
              writer ->
                  trade.change(
                      cast.owner(), id, version, Map.of("title", "Tour " + version + " de " + writer)));

      assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(trade.version(id)).isEqualTo(version + 1);
    }
    assertThat(events.awaitSequence(id, 11)).hasSize(11);
  }

  @Test
  void ofManyStepsFromOneVersionExactlyOneIsTaken() {
    Cast cast = trade.cast();
    UUID id = trade.interventionIn("SCHEDULED", cast);
    long version = trade.version(id);

    List<Answer> answers =
        AtOnce.with(
            WRITERS,
            writer ->
                switch (writer % 3) {
                  case 0 -> trade.move(cast.technician(), id, version, Map.of("to", "EN_ROUTE"));
                  case 1 ->
                      trade.move(
                          cast.owner(), id, version, Map.of("to", "CANCELLED", "reason", Trade.REASON));
                  default -> trade.change(cast.owner(), id, version, Map.of("urgency", "CRITICAL"));
                });

    assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(events.awaitSequence(id, version + 1)).hasSize((int) version + 1);
  }

  @Test
  void theSameKeyFromManyThreadsCreatesOneIntervention() {
    Cast cast = trade.cast();
    String key = UUID.randomUUID().toString();
    Map<String, Object> request = trade.request(cast);
    request.put("title", "Une seule fois " + key);

    List<Answer> answers = AtOnce.with(WRITERS, writer -> keyed(cast, key, request));

    assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
    List<Answer> taken =
        answers.stream().filter(answer -> answer.status() == 201).distinct().toList();
    assertThat(taken).hasSize(1);
    assertThat(keyed(cast, key, request)).isEqualTo(taken.getFirst());
    assertThat(events.awaitSequence(taken.getFirst().id(), 1)).hasSize(1);
    long rows =
        trade.get(cast.owner(), "/api/v1/interventions?clientId=" + cast.clientId()).is(200).items().size();
    assertThat(rows).isEqualTo(1);
    request.put("title", "Autre chose");
    keyed(cast, key, request).isProblem(422, "idempotency-key-reused");
  }

  private Answer keyed(Cast cast, String key, Object body) {
    return trade.send(
        api.as(cast.owner()),
        HttpMethod.POST,
        "/api/v1/interventions",
        Map.of("Idempotency-Key", key),
        body);
  }

  @Test
  void referencesAreUniqueAndLeaveNoGap() {
    Cast cast = trade.cast();
    int each = 8;

    List<Integer> numbers =
        AtOnce.with(
                32,
                writer ->
                    java.util.stream.IntStream.range(0, each)
                        .mapToObj(
                            i -> {
                              Map<String, Object> request = trade.request(cast);
                              if (i % 3 == 1) {
                                // Refused on the way: its number must not be lost.
                                request.put("siteId", cast.otherSite());
                                trade.post(cast.owner(), "/api/v1/interventions", request).is(422);
                              }
                              request.put("siteId", cast.site());
                              return number(
                                  trade.post(cast.owner(), "/api/v1/interventions", request).is(201));
                            })
                        .toList())
            .stream()
            .flatMap(List::stream)
            .sorted()
            .toList();

    assertThat(numbers).hasSize(32 * each).doesNotHaveDuplicates();
    assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(32 * each - 1);
  }

  private static int number(Answer answer) {
    String reference = answer.body().path("reference").asString();
    assertThat(reference).matches("INT-20\\d\\d-\\d{6}");
    return Integer.parseInt(reference.substring(9));
  }
}
