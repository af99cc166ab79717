package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Many at once. */
@ServiceTest
class RaceTest {

  private static final int WRITERS = 64;

  @Autowired Scenes scenes;
  @Autowired Api api;
  @Autowired CapturedEvents captured;

  @Test
  void ofManyWhoBuildOnOneVersionExactlyOneWins() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);
    for (int version = 1; version <= 3; version++) {
      long current = version;
      List<Integer> answers =
          atOnce(
              writer ->
                  scenes
                      .patch(scene.owner(), comment, current, Map.of("body", current + "/" + writer))
                      .expectBody()
                      .returnResult()
                      .getStatus()
                      .value());

      assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 412).hasSize(WRITERS - 1);
    }
    assertThat(captured.awaitSequence(comment, 4)).hasSize(4);
  }

  @Test
  void anEditAndARemovalDoNotBothWin() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, PUBLIC);

    List<Integer> answers =
        atOnce(
            writer ->
                (writer % 2 == 0
                        ? scenes.delete(scene.owner(), comment, 1)
                        : scenes.patch(scene.owner(), comment, 1, Map.of("body", "n" + writer)))
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value());

    assertThat(answers).filteredOn(status -> status < 300).hasSize(1);
    assertThat(captured.awaitSequence(comment, 2)).hasSize(2);
  }

  @Test
  void theSameKeyFromManyThreadsLeavesOneComment() {
    Scene scene = scenes.intervention();
    String key = UUID.randomUUID().toString();

    List<String> answers = atOnce(writer -> keyed(scene.client(), scene, key, "Bonjour"));

    List<String> taken = answers.stream().filter(answer -> answer.startsWith("201")).distinct().toList();
    assertThat(taken).hasSize(1);
    assertThat(answers).allMatch(answer -> answer.startsWith("201") || answer.startsWith("409"));
    assertThat(scenes.thread(scene.client(), scene.id()).path("items").size()).isEqualTo(1);
    assertThat(keyed(scene.client(), scene, key, "Bonjour")).isEqualTo(taken.getFirst());
    assertThat(keyed(scene.client(), scene, key, "Bonsoir")).startsWith("422");
  }

  @Test
  void manyVoicesAreAllHeard() {
    Scene scene = scenes.intervention();

    atOnce(
        writer ->
            scenes.comment(
                List.of(scene.owner(), scene.technician(), scene.client()).get(writer % 3), scene, PUBLIC));

    assertThat(scenes.thread(scene.admin(), scene.id()).path("items").size()).isEqualTo(WRITERS);
  }

  @Test
  void theSamePhotoSentAgainAndAgainIsAttachedOnce() {
    Scene scene = scenes.intervention();
    String key = UUID.randomUUID().toString();
    byte[] photo = Samples.jpeg(800, 600);

    List<String> answers =
        IntStream.range(0, 3).mapToObj(again -> keyed(scene.client(), scene, key, photo)).toList();

    assertThat(answers.getFirst()).startsWith("201");
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(scenes.thread(scene.client(), scene.id()).path("items").size()).isEqualTo(1);
    assertThat(keyed(scene.client(), scene, key, Samples.jpeg(600, 800))).startsWith("422");
  }

  @Test
  void twentyTelephonesThatFindTheNetworkAgainAllGetThrough() {
    Scene scene = scenes.intervention();
    String key = UUID.randomUUID().toString();
    byte[] photo = Samples.jpeg(4000, 3000);

    List<String> answers =
        atOnce(
            20,
            sender ->
                keyed(scene.technician(), scene, sender < 10 ? key : key + sender, photo));

    assertThat(answers).allMatch(answer -> answer.startsWith("201"));
    assertThat(answers.stream().distinct()).hasSize(11);
    assertThat(scenes.thread(scene.client(), scene.id()).path("items").size()).isEqualTo(11);
  }

  @Test
  void ofManyWhoRemoveOnePictureExactlyOneDoes() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.owner(), scene, PUBLIC);

    List<Integer> answers =
        atOnce(
            remover ->
                scenes
                    .detach(scene.owner(), photo, 1)
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value());

    assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 404).hasSize(WRITERS - 1);
    assertThat(captured.awaitSequence(photo, 2)).hasSize(2);
  }

  private String keyed(Caller caller, Scene scene, String key, String body) {
    return answer(
        api.as(caller)
            .post()
            .uri("/api/v1/interventions/{id}/comments", scene.id())
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("body", body, "visibility", "PUBLIC")));
  }

  private String keyed(Caller caller, Scene scene, String key, byte[] photo) {
    return answer(
        api.as(caller)
            .post()
            .uri("/api/v1/interventions/{id}/attachments", scene.id())
            .header("Idempotency-Key", key)
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .body(Scenes.form(Map.of(), photo)));
  }

  /** Status, headers that matter and body. */
  private static String answer(RestTestClient.RequestHeadersSpec<?> request) {
    EntityExchangeResult<String> answer =
        request.exchange().expectBody(String.class).returnResult();
    return answer.getStatus().value()
        + " "
        + answer.getResponseHeaders().getFirst("Location")
        + " "
        + answer.getResponseHeaders().getFirst("ETag")
        + " "
        + answer.getResponseBody();
  }

  private interface Attempt<T> {
    T make(int writer) throws Exception;
  }

  private static <T> List<T> atOnce(Attempt<T> attempt) {
    return atOnce(WRITERS, attempt);
  }

  private static <T> List<T> atOnce(int writers, Attempt<T> attempt) {
    var start = new CyclicBarrier(writers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> attempts =
          IntStream.range(0, writers)
              .<Callable<T>>mapToObj(
                  writer ->
                      () -> {
                        start.await();
                        return attempt.make(writer);
                      })
              .toList();
      return threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
