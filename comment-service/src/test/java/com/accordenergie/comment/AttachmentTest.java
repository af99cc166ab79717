package com.accordenergie.comment;

import static com.accordenergie.comment.Visibility.INTERNAL;
import static com.accordenergie.comment.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.attachment.Samples;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** What is attached, and how it is read. */
@ServiceTest
class AttachmentTest {

  @Autowired Scenes scenes;
  @Autowired Api api;
  @Autowired CapturedEvents captured;
  @Autowired JdbcClient jdbc;

  @Test
  void aPhotoIsReadByAllWhoMaySeeTheIntervention() {
    Scene scene = scenes.intervention();
    JsonNode view =
        scenes.attach(
            scene.technician(),
            scene.id(),
            Map.of("caption", "Plaque signalétique, côté été 🔥", "takenAt", "2026-11-24T08:30:00+01:00"),
            Samples.jpeg(4000, 3000));

    assertThat(view.path("kind").asString()).isEqualTo("PHOTO");
    assertThat(view.path("caption").asString()).isEqualTo("Plaque signalétique, côté été 🔥");
    assertThat(view.path("takenAt").asString()).isEqualTo("2026-11-24T07:30:00Z");
    assertThat(view.path("mediaType").asString()).isEqualTo("image/jpeg");
    assertThat(view.path("width").asInt()).isEqualTo(2560);
    assertThat(view.path("signer").isNull()).isTrue();
    assertThat(view.path("removableUntil").isNull()).isFalse();
    UUID photo = Scenes.id(view);
    for (Caller reader : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      JsonNode seen = Scenes.json(scenes.get(reader, "/api/v1/attachments/{id}", photo));
      assertThat(seen.path("caption")).isEqualTo(view.path("caption"));
      assertThat(seen.path("mine").asBoolean()).isEqualTo(reader.equals(scene.technician()));
      assertThat(list(reader, scene)).containsExactly(seen);
      assertThat(bytes(reader, photo, "content")).hasSize(view.path("size").asInt());
      BufferedImage thumbnail = Samples.image(bytes(reader, photo, "thumbnail"));
      assertThat(thumbnail.getWidth()).isEqualTo(320);
    }
    assertThat(view.propertyNames()).contains("visibility");
    JsonNode seenByTheClient =
        Scenes.json(scenes.get(scene.client(), "/api/v1/attachments/{id}", photo));
    assertThat(seenByTheClient.path("author").propertyNames()).containsExactly("role", "name");
  }

  @Test
  void aSignatureSaysWhoseItIs() {
    Scene scene = scenes.intervention();
    UUID signature = scenes.signature(scene.technician(), scene);

    JsonNode seen = Scenes.json(scenes.get(scene.client(), "/api/v1/attachments/{id}", signature));

    assertThat(seen.path("kind").asString()).isEqualTo("SIGNATURE");
    assertThat(seen.path("signer").asString()).isEqualTo("Mme Renaud");
    assertThat(seen.path("visibility").asString()).isEqualTo("PUBLIC");
    assertThat(seen.path("mediaType").asString()).isEqualTo("image/png");
  }

  @Test
  void aPictureIsServedAsAPictureAndAsNothingElse() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.technician(), scene, PUBLIC);
    UUID signature = scenes.signature(scene.technician(), scene);

    for (String part : List.of("content", "thumbnail")) {
      servedSafely(answer(scene.client(), photo, part), "image/jpeg", "-photo-1.jpg", scene);
      servedSafely(answer(scene.client(), signature, part), "image/png", "-signature-1.png", scene);
    }
  }

  private static void servedSafely(
      EntityExchangeResult<byte[]> answer, String type, String name, Scene scene) {
    HttpHeaders headers = answer.getResponseHeaders();
    assertThat(headers.get("Content-Type")).containsExactly(type);
    assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.get("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(headers.get("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    assertThat(headers.get("Cache-Control")).containsExactly("private, max-age=31536000, immutable");
    assertThat(headers.get("Content-Disposition"))
        .containsExactly("inline; filename=\"" + scene.intervention().reference() + name + "\"");
    assertThat(headers.getETag()).isEqualTo("\"1\"");
    assertThat(headers.getContentLength()).isEqualTo(answer.getResponseBodyContent().length);
  }

  @Test
  void whoeverHasThePictureIsNotSentItAgain() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.technician(), scene, PUBLIC);

    for (String part : List.of("content", "thumbnail")) {
      api.as(scene.client())
          .get()
          .uri("/api/v1/attachments/{id}/" + part, photo)
          .header("If-None-Match", "\"1\"")
          .exchange()
          .expectStatus()
          .isNotModified();
      api.as(scene.otherClient())
          .get()
          .uri("/api/v1/attachments/{id}/" + part, photo)
          .header("If-None-Match", "\"1\"")
          .exchange()
          .expectStatus()
          .isNotFound();
    }
  }

  @Test
  void aRefusalIsAProblemEvenWhereAPictureIsAskedFor() {
    Scene scene = scenes.intervention();
    UUID photo = scenes.photo(scene.technician(), scene, INTERNAL);

    api.as(scene.client())
        .get()
        .uri("/api/v1/attachments/{id}/content", photo)
        .header("Accept", "image/*")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentTypeCompatibleWith("application/problem+json");
  }

  @Test
  void aLargePictureIsReadPieceByPieceToItsLastByte() {
    Scene scene = scenes.intervention();
    JsonNode view = scenes.attach(scene.owner(), scene.id(), Map.of(), noise());

    byte[] read = bytes(scene.client(), Scenes.id(view), "content");

    assertThat(view.path("size").asInt()).isGreaterThan(1_000_000);
    assertThat(read).isEqualTo(stored(Scenes.id(view), "content"));
  }

  private static byte[] noise() {
    var image = new BufferedImage(1600, 1200, BufferedImage.TYPE_3BYTE_BGR);
    var random = new Random(1);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return Samples.encoded(image, "jpeg");
  }

  @Test
  void nobodyLearnsWhereAPhotoWasTaken() {
    Scene scene = scenes.intervention();
    byte[] sent = Samples.fromATelephone(400, 300, 6);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Samples.PLACE);

    UUID photo = Scenes.id(scenes.attach(scene.client(), scene.id(), Map.of(), sent));

    Stream.of(
            stored(photo, "content"),
            stored(photo, "thumbnail"),
            bytes(scene.client(), photo, "content"),
            bytes(scene.owner(), photo, "thumbnail"))
        .map(kept -> new String(kept, StandardCharsets.ISO_8859_1))
        .forEach(kept -> assertThat(kept).doesNotContain(Samples.PLACE, "Exif", "MM\0*"));
    assertThat(Samples.image(bytes(scene.owner(), photo, "content")).getHeight()).isEqualTo(400);
  }

  private byte[] stored(UUID attachment, String column) {
    return jdbc.sql("select " + column + " from attachment_content where attachment_id = ?")
        .param(Columns.of(attachment))
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  @Test
  void attachmentsStandInTheThreadBetweenWhatWasSaid() {
    Scene scene = scenes.intervention();
    scenes.comment(scene.owner(), scene, PUBLIC);
    UUID photo = scenes.photo(scene.technician(), scene, PUBLIC);
    UUID internal = scenes.photo(scene.technician(), scene, INTERNAL);
    scenes.comment(scene.client(), scene, PUBLIC);

    assertThat(kinds(scene.owner(), scene)).containsExactly("COMMENT", "ATTACHMENT", "ATTACHMENT", "COMMENT");
    assertThat(kinds(scene.client(), scene)).containsExactly("COMMENT", "ATTACHMENT", "COMMENT");
    for (Caller reader : List.of(scene.owner(), scene.client())) {
      JsonNode entry = scenes.thread(reader, scene.id()).path("items").path(1);
      assertThat(Scenes.id(entry)).isEqualTo(photo);
      assertThat(entry.path("removed").asBoolean()).isFalse();
      assertThat(entry.path("attachment"))
          .isEqualTo(Scenes.json(scenes.get(reader, "/api/v1/attachments/{id}", photo)));
    }
    assertThat(scenes.thread(scene.owner(), scene.id()).path("items").path(2).path("attachment"))
        .isEqualTo(Scenes.json(scenes.get(scene.owner(), "/api/v1/attachments/{id}", internal)));
  }

  private List<String> kinds(Caller reader, Scene scene) {
    return scenes.thread(reader, scene.id()).path("items").findValuesAsString("kind").stream()
        .filter(kind -> !kind.equals("PHOTO"))
        .toList();
  }

  @Test
  void theListIsReadPageByPageOldestFirst() {
    Scene scene = scenes.intervention();
    List<UUID> all = new ArrayList<>();
    List<UUID> published = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      UUID photo = scenes.photo(scene.owner(), scene, i % 2 == 0 ? PUBLIC : INTERNAL);
      all.add(photo);
      if (i % 2 == 0) {
        published.add(photo);
      }
    }

    assertThat(pagewise(scene.owner(), scene)).isEqualTo(all);
    assertThat(pagewise(scene.client(), scene)).isEqualTo(published);
  }

  private List<UUID> pagewise(Caller reader, Scene scene) {
    List<UUID> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          Scenes.json(
              scenes.get(
                  reader, "/api/v1/interventions/{id}/attachments?limit=2" + cursor, scene.id()));
      seen.addAll(page.path("items").valueStream().map(Scenes::id).toList());
      cursor = page.path("nextCursor").asStringOpt().map(next -> "&cursor=" + next).orElse("");
    } while (!cursor.isEmpty());
    return seen;
  }

  @Test
  void picturesAreNumberedAmongThoseThatTheirReaderSees() {
    Scene scene = scenes.intervention();
    scenes.photo(scene.owner(), scene, PUBLIC);
    UUID internal = scenes.photo(scene.owner(), scene, INTERNAL);
    scenes.signature(scene.owner(), scene);
    UUID second = scenes.photo(scene.owner(), scene, PUBLIC);

    assertThat(name(scene.client(), second)).endsWith("-photo-2.jpg\"");
    assertThat(name(scene.owner(), second)).endsWith("-photo-2.jpg\"");
    assertThat(name(scene.owner(), internal)).endsWith("-photo-interne-1.jpg\"");
  }

  private String name(Caller reader, UUID attachment) {
    return answer(reader, attachment, "content")
        .getResponseHeaders()
        .getFirst("Content-Disposition");
  }

  @Test
  void theWorldIsToldOfItOnceAndNeverShownThePicture() {
    Scene scene = scenes.intervention();
    UUID photo =
        Scenes.id(
            scenes.attach(
                scene.technician(), scene.id(), Map.of("caption", "Vanne neuve"), Samples.jpeg(120, 80)));
    UUID signature = scenes.signature(scene.technician(), scene);

    CapturedEvent told = captured.awaitSequence(photo, 1).getFirst();
    assertThat(told.routingKey()).isEqualTo("attachment.added");
    assertThat(told.subject()).isEqualTo(scene.id());
    assertThat(told.data().path("clientId").asString())
        .isEqualTo(scene.intervention().clientId().toString());
    assertThat(told.data().path("caption").asString()).isEqualTo("Vanne neuve");
    assertThat(captured.awaitSequence(signature, 1).getFirst().data().path("signer").asString())
        .isEqualTo("Mme Renaud");
  }

  private List<JsonNode> list(Caller reader, Scene scene) {
    return Scenes.json(scenes.get(reader, "/api/v1/interventions/{id}/attachments", scene.id()))
        .path("items")
        .valueStream()
        .toList();
  }

  private byte[] bytes(Caller reader, UUID attachment, String part) {
    return answer(reader, attachment, part).getResponseBodyContent();
  }

  private EntityExchangeResult<byte[]> answer(Caller reader, UUID attachment, String part) {
    return scenes
        .get(reader, "/api/v1/attachments/{id}/" + part, attachment)
        .expectStatus()
        .isOk()
        .expectBody()
        .returnResult();
  }
}
