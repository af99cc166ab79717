package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Forms that bring a file, written byte by byte. */
@PlatformTest
class UploadTest {

  private static final String PICTURES = "/api/v1/notes/pictures";
  private static final String FORM = "multipart/form-data; boundary=cut";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired Api api;
  @Autowired Tokens tokens;

  @Test
  void aFileLargerThanAnyOtherBodyIsTakenWhereFilesAreTaken() {
    HttpResponse<String> answer = send(FORM, BodyPublishers.ofString(form("L'été 🔥", 2 << 20)));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(JSON.readTree(answer.body()).path("size").asInt()).isEqualTo(2 << 20);
    assertThat(JSON.readTree(answer.body()).path("title").asString()).isEqualTo("L'été 🔥");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
    for (int size : new int[] {(2 << 20) + 1, 5 << 20}) {
      String form = form("a", size);

      refused(send(FORM, BodyPublishers.ofString(form)), 413);
      refused(
          send(
              FORM,
              BodyPublishers.ofInputStream(
                  () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)))),
          413);
    }
  }

  @Test
  void aFieldIsNoPlaceForAFile() {
    refused(send(FORM, BodyPublishers.ofString(form("a".repeat(70_000), 10))), 413);
  }

  @Test
  void whatIsNoFormIsAsSmallAsAnyBody() {
    refused(send("application/json", BodyPublishers.ofString(" ".repeat(2_000_000))), 413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing of a form",
        "--cut\r\n",
        "--cut\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nnever ends",
      })
  void aFormThatCannotBeReadIsMalformed(String form) {
    refused(send(FORM, BodyPublishers.ofString(form)), 400);
  }

  @Test
  void aCrowdIsServedOneAfterTheOther() {
    List<HttpResponse<String>> answers = atOnce(20);

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(JSON.readTree(answer.body()).path("atOnce").asInt()).isOne());
  }

  @Test
  void aLargerCrowdIsToldToComeBack() {
    List<HttpResponse<String>> answers = atOnce(80);

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After")).isPresent());
  }

  private List<HttpResponse<String>> atOnce(int many) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HttpResponse<String>>> uploads =
          IntStream.range(0, many)
              .<Callable<HttpResponse<String>>>mapToObj(
                  number -> () -> send(FORM, BodyPublishers.ofString(form("n° " + number, 200_000))))
              .toList();
      return threads.invokeAll(uploads).stream().map(Future::resultNow).toList();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String form(String title, int size) {
    return """
        --cut
        Content-Disposition: form-data; name="title"

        %s
        --cut
        Content-Disposition: form-data; name="picture"; filename="picture.bin"
        Content-Type: application/octet-stream

        %s
        --cut--
        """
        .replace("\n", "\r\n")
        .formatted(title, "x".repeat(size));
  }

  private HttpResponse<String> send(String type, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(api.url() + PICTURES))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + tokens.of(Caller.admin(UUID.randomUUID())))
            .header("Content-Type", type)
            .POST(body)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
