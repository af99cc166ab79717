package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Many at once: one wins, the others are told why. */
@ServiceTest
class RaceTest {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Autowired Office office;
  @Autowired CapturedEvents events;

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void oneOf32GetsTheUsername() throws Exception {
    String name = Office.fresh();
    List<Integer> answers =
        atOnce(
            32,
            i -> {
              Map<String, Object> person = Office.person("DISPATCHER");
              person.put("username", name);
              return office.post(office.admin(), Office.USERS, person);
            });
    assertThat(answers).containsOnlyOnce(201).filteredOn(answer -> answer == 409).hasSize(31);
    assertThat(office.all(office.admin(), Office.USERS + "?q=" + name, 50)).hasSize(1);
  }

  @Test
  void oneOf32GetsTheEmailAddress() throws Exception {
    String email = Office.fresh() + "@exemple.fr";
    List<Integer> answers =
        atOnce(
            32,
            i -> {
              Map<String, Object> technician = Office.technician("Plomberie");
              technician.put("email", email);
              return office.post(office.admin(), Office.TECHNICIANS, technician);
            });
    assertThat(answers).containsOnlyOnce(201).filteredOn(answer -> answer == 409).hasSize(31);
  }

  @Test
  void oneOf64WritersWinsEachRound() throws Exception {
    UUID id = office.takeOn();
    String uri = Office.CLIENTS + "/" + id;
    int rounds = 5;
    for (int round = 1; round <= rounds; round++) {
      long version = round;
      List<Integer> answers =
          atOnce(
              64,
              i ->
                  office.patch(
                      office.admin(), uri, version, Map.of("name", "Client " + version + " " + i)));
      assertThat(answers).containsOnlyOnce(200).filteredOn(answer -> answer == 412).hasSize(63);
    }
    assertThat(office.read(uri).required("version").asLong()).isEqualTo(rounds + 1);
    assertThat(events.awaitSequence(id, rounds + 1)).hasSize(rounds + 1);
  }

  @Test
  void aRequestRepeated64TimesTakesOneClientOn() throws Exception {
    String name = Office.fresh();
    String key = UUID.randomUUID().toString();
    List<Integer> answers =
        atOnce(
            64,
            i -> office.postOnce(office.dispatcher(), Office.CLIENTS, Map.of("name", name), key));
    assertThat(answers).contains(201).allMatch(answer -> answer == 201 || answer == 409);
    assertThat(office.all(office.admin(), Office.CLIENTS + "?q=" + name, 50)).hasSize(1);
  }

  @Test
  void clientCodesHaveNeitherTwinsNorGaps() throws Exception {
    String name = Office.fresh();
    List<Integer> answers =
        atOnce(
            32,
            i ->
                office.post(
                    office.dispatcher(),
                    Office.CLIENTS,
                    i % 4 == 0 ? Map.of("name", "") : Map.of("name", name)));
    assertThat(answers).filteredOn(answer -> answer == 201).hasSize(24);
    List<Integer> numbers =
        office.all(office.admin(), Office.CLIENTS + "?q=" + name, 50).stream()
            .map(client -> Integer.valueOf(client.required("code").asString().substring(4)))
            .sorted()
            .toList();
    assertThat(numbers).hasSize(24).doesNotHaveDuplicates();
    assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(23);
  }

  @Test
  void sitesOpenedAtOnceAreAllFound() throws Exception {
    UUID client = office.takeOn();
    List<String> streets = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      streets.add(Office.fresh());
    }
    List<Integer> answers =
        atOnce(
            16,
            i -> {
              Map<String, Object> site = Office.site();
              site.put("addressLine", "1 rue " + streets.get(i));
              return office.post(office.dispatcher(), Office.sitesOf(client), site);
            });
    assertThat(answers).containsOnly(201);
    for (String street : streets) {
      assertThat(office.all(office.dispatcher(), Office.CLIENTS + "?q=" + street, 50)).hasSize(1);
    }
  }

  @Test
  void anAdminRemainsWhenAllAreDeactivatedAtOnce() throws Exception {
    for (int i = 0; i < 8; i++) {
      office.register("ADMIN");
    }
    var admins = office.all(office.admin(), Office.USERS + "?role=ADMIN&active=true", 100);
    List<Integer> answers =
        atOnce(
            admins.size(),
            i ->
                office.delete(
                    office.admin(),
                    Office.USERS + "/" + Office.id(admins.get(i)),
                    admins.get(i).required("version").asLong()));
    assertThat(answers).containsOnlyOnce(409);
    assertThat(office.all(office.admin(), Office.USERS + "?role=ADMIN&active=true", 100)).hasSize(1);
  }

  @Test
  void aClientIsNeverRetiredUnderItsUsers() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID client = office.takeOn();
      Map<String, Object> user = Office.person("CLIENT");
      user.put("clientId", client);
      List<Integer> answers =
          atOnce(
              2,
              i ->
                  i == 0
                      ? office.post(office.admin(), Office.USERS, user)
                      : office.delete(office.admin(), Office.CLIENTS + "/" + client, 1));
      assertThat(answers).isIn(List.of(201, 409), List.of(422, 204));
    }
  }

  private List<Integer> atOnce(int callers, IntFunction<RestTestClient.ResponseSpec> request)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(callers);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int number = i;
      calls.add(
          () -> {
            start.await();
            return request.apply(number).expectBody().returnResult().getStatus().value();
          });
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : threads.invokeAll(calls)) {
      answers.add(answer.get());
    }
    return answers;
  }
}
