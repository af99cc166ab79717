package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.web.MergePatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;

@PlatformTest
class RepeatedRequestTest {

  private final Caller caller = Caller.dispatcher(UUID.randomUUID());

  @Autowired Api api;
  @Autowired Notes notes;

  @Test
  void theFirstAnswerIsReplayedByteForByte() {
    String text = "once " + UUID.randomUUID();
    var first = write(text, "key-1");
    var second = write(text, "key-1");

    assertThat(first.getStatus().value()).isEqualTo(201);
    assertThat(second.getStatus().value()).isEqualTo(201);
    assertThat(second.getResponseBodyContent()).isEqualTo(first.getResponseBodyContent());
    assertThat(second.getResponseHeaders().getLocation())
        .isNotNull()
        .isEqualTo(first.getResponseHeaders().getLocation());
    assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"1\"");
    assertThat(notes.count(text)).isOne();
  }

  @Test
  void theKeyIsRefusedForAnotherBody() {
    write("one " + UUID.randomUUID(), "key-2");
    var other = write("another", "key-2");
    assertThat(other.getStatus().value()).isEqualTo(422);
    assertThat(new String(Objects.requireNonNull(other.getResponseBodyContent())))
        .contains("urn:accord:problem:idempotency-key-reused");
  }

  @Test
  void aFormIsTheSameWhenItsPartsAre() {
    String title = "drawn once " + UUID.randomUUID();
    var first = draw(title, "picture", "key-6");
    var second = draw(title, "picture", "key-6");

    assertThat(first.getStatus().value()).isEqualTo(201);
    assertThat(second.getRequestHeaders().getContentType())
        .as("another boundary")
        .isNotEqualTo(first.getRequestHeaders().getContentType());
    assertThat(second.getStatus().value()).isEqualTo(201);
    assertThat(second.getResponseBodyContent()).isEqualTo(first.getResponseBodyContent());
    assertThat(notes.count(title)).isOne();
    assertThat(draw(title, "picturf", "key-6").getStatus().value()).isEqualTo(422);
    assertThat(draw(title + "!", "picture", "key-6").getStatus().value()).isEqualTo(422);
  }

  private EntityExchangeResult<byte[]> draw(String title, String picture, String key) {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add("title", title);
    form.add(
        "picture",
        new ByteArrayResource(picture.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return UUID.randomUUID() + ".jpg";
          }
        });
    return api.as(caller)
        .post()
        .uri("/api/v1/notes/pictures")
        .header("Idempotency-Key", key)
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .body(form)
        .exchange()
        .expectBody()
        .returnResult();
  }

  @Test
  void aKeyBelongsToItsCaller() {
    String text = "mine " + UUID.randomUUID();
    write(text, "key-3");
    write(Caller.dispatcher(UUID.randomUUID()), text, "key-3");
    assertThat(notes.count(text)).isEqualTo(2);
  }

  @Test
  void aRefusedRequestLeavesNothingAndTheKeyFree() {
    var refused = write("changed my mind", "key-4");
    assertThat(refused.getStatus().value()).isEqualTo(422);
    assertThat(notes.count("changed my mind")).isZero();

    String text = "second thought " + UUID.randomUUID();
    assertThat(write(text, "key-4").getStatus().value()).isEqualTo(201);
  }

  @Test
  void sixtyFourAtOnceMakeOneNote() throws Exception {
    String text = "crowd " + UUID.randomUUID();
    Callable<Integer> request = () -> write(text, "key-5").getStatus().value();
    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(64)) {
      answers =
          threads.invokeAll(Stream.generate(() -> request).limit(64).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }
    assertThat(notes.count(text)).isOne();
    assertThat(answers).contains(201).allMatch(status -> status == 201 || status == 409);
  }

  @Test
  void aChangeWhoseAnswerWasLostIsNotOutOfDateWhenItIsRepeated() {
    UUID note = notes.write("first " + UUID.randomUUID());
    var first = rewrite(note, "second", 1, "key-7");
    var second = rewrite(note, "second", 1, "key-7");

    assertThat(first.getStatus().value()).isEqualTo(200);
    assertThat(second.getStatus().value()).isEqualTo(200);
    assertThat(second.getResponseBodyContent()).isEqualTo(first.getResponseBodyContent());
    assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"2\"");
    assertThat(rewrite(note, "second", 1, "key-8").getStatus().value()).isEqualTo(412);
    assertThat(rewrite(note, "third", 1, "key-7").getStatus().value()).isEqualTo(422);
    assertThat(rewrite(note, "second", 2, "key-7").getStatus().value()).isEqualTo(422);
  }

  private EntityExchangeResult<byte[]> rewrite(UUID note, String text, long version, String key) {
    return api.as(caller)
        .patch()
        .uri("/api/v1/notes/" + note)
        .header("Idempotency-Key", key)
        .header("If-Match", "\"" + version + "\"")
        .contentType(MediaType.parseMediaType(MergePatch.MEDIA_TYPE))
        .body("{\"text\":\"" + text + "\"}")
        .exchange()
        .expectBody()
        .returnResult();
  }

  @Test
  void aKeyThatCannotBeOneIsRefused() {
    assertThat(write("x", "é").getStatus().value()).isEqualTo(400);
    assertThat(write("x", "k".repeat(256)).getStatus().value()).isEqualTo(400);
  }

  private EntityExchangeResult<byte[]> write(String text, String key) {
    return write(caller, text, key);
  }

  private EntityExchangeResult<byte[]> write(Caller caller, String text, String key) {
    return api.as(caller)
        .post()
        .uri("/api/v1/notes")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"text\":\"" + text + "\"}")
        .exchange()
        .expectBody()
        .returnResult();
  }
}
