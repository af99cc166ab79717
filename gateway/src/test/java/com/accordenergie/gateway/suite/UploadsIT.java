package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Photos on their way through the gateway. */
class UploadsIT {

  private static final int TELEPHONES = 20;

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void twentyAtOnceFitIntoTheMemoryThatTheServicesHave() throws Exception {
    Work work = Work.create(company.claire, company.newClient(company.claire, "Piscine"), "Fuite");
    work.planned(company.claire, company.paul).expect(200);
    company.paul.token();
    byte[] photo = photo(4000, 3000);
    long gateway = suite.instanceOf("gateway").pid();
    long comments = suite.instanceOf("comment-service").pid();

    List<Answer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> upload = () -> attachPatiently(work, photo);
      answers =
          threads.invokeAll(IntStream.range(0, TELEPHONES).mapToObj(i -> upload).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    answers.forEach(answer -> answer.expect(201));
    assertThat(answers.stream().map(Answer::id).distinct()).hasSize(TELEPHONES);
    assertThat(
            company.paul.get(work.path() + "/attachments?limit=100").expect(200).json().path("items"))
        .hasSize(TELEPHONES);
    assertThat(suite.instanceOf("gateway").pid()).isEqualTo(gateway);
    assertThat(suite.instanceOf("comment-service").pid()).isEqualTo(comments);
    answers.forEach(answer -> suite.events().awaitSequence(answer.id(), 1));
    Answer picture =
        company.paul.get("/api/v1/attachments/" + answers.getLast().id() + "/content").expect(200);
    assertThat(picture.response().headers().allValues("Content-Type")).containsExactly("image/jpeg");
    assertThat(picture.response().headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(picture.response().headers().allValues("X-Content-Type-Options"))
        .containsExactly("nosniff");
    assertThat(picture.response().headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=31536000, immutable");
  }

  @Test
  void theSamePhotoSentAgainIsAttachedOnce() {
    Work work = Work.create(company.claire, company.newClient(company.claire, "Mairie"), "Vanne");
    work.planned(company.claire, company.paul).expect(200);
    byte[] photo = photo(400, 300);
    String key = UUID.randomUUID().toString();

    Answer first = attach(work, photo, key).expect(201);
    Answer second = attach(work, photo, key).expect(201);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(company.paul.get(work.path() + "/attachments").expect(200).json().path("items").size())
        .isEqualTo(1);
  }

  /** Whoever has waited too long for their turn sends it again, with the same key. */
  private Answer attachPatiently(Work work, byte[] photo) {
    String key = UUID.randomUUID().toString();
    Answer answer = attach(work, photo, key);
    for (int again = 0; again < 3 && answer.status() == 503; again++) {
      answer = attach(work, photo, key);
    }
    return answer;
  }

  private Answer attach(Work work, byte[] photo, String key) {
    String boundary = UUID.randomUUID().toString();
    return company.paul.send(
        "POST",
        work.path() + "/attachments",
        form(boundary, photo),
        request ->
            request
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(60)));
  }

  private static BodyPublisher form(String boundary, byte[] photo) {
    String fields =
        """
        --%1$s
        Content-Disposition: form-data; name="kind"

        PHOTO
        --%1$s
        Content-Disposition: form-data; name="visibility"

        PUBLIC
        --%1$s
        Content-Disposition: form-data; name="file"; filename="IMG_0001.jpg"
        Content-Type: image/jpeg

        """;
    return BodyPublishers.concat(
        BodyPublishers.ofString(fields.replace("\n", "\r\n").formatted(boundary)),
        BodyPublishers.ofByteArray(photo),
        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
  }

  /** Of many colours, so that it is as large as a photo. */
  private static byte[] photo(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
