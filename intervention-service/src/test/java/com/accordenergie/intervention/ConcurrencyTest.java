package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at once. */
@ServiceTest
class ConcurrencyTest {

  private static final int WRITERS = 64;

  @Autowired Trade trade;
  @Autowired Api api;
  @Autowired CapturedEvents events;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

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
    assertThat(interventionsOf(cast)).isEqualTo(1);
    request.put("title", "Autre chose");
    keyed(cast, key, request).isProblem(422, "idempotency-key-reused");
  }

  /** Held up at the very row that it needs: the counter of the references. */
  @Test
  void theSameKeyWhileTheFirstRequestStillRunsIsRefusedForTheMoment() {
    Cast cast = trade.cast();
    trade.newIntervention(cast); // The counter of the year is there.
    String key = UUID.randomUUID().toString();
    Map<String, Object> request = trade.request(cast);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> first =
          transaction.execute(
              held -> {
                jdbc.sql("select last from reference_counter for update").query().listOfRows();
                Future<Answer> running = threads.submit(() -> keyed(cast, key, request));
                await().until(() -> isClaimed(cast.owner(), key));

                keyed(cast, key, request).isProblem(409, "idempotency-key-in-use");

                Map<String, Object> other = new HashMap<>(request);
                other.put("title", "Autre chose");
                keyed(cast, key, other).isProblem(422, "idempotency-key-reused");
                assertThat(running).isNotDone();
                return running;
              });

      Answer created = first.get();
      created.is(201);
      assertThat(keyed(cast, key, request)).isEqualTo(created);
      assertThat(events.awaitSequence(created.id(), 1)).hasSize(1);
      assertThat(interventionsOf(cast)).as("this one and the one before").isEqualTo(2);
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private boolean isClaimed(Caller caller, String key) {
    return jdbc.sql("select count(*) from idempotency_key where caller = ? and idempotency = ?")
            .params(Ids.bytes(caller.id()), key)
            .query(Integer.class)
            .single()
        == 1;
  }

  private int interventionsOf(Cast cast) {
    return trade
        .get(cast.owner(), "/api/v1/interventions?clientId=" + cast.clientId())
        .is(200)
        .items()
        .size();
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
