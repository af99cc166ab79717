package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.web.MergePatch;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@PlatformTest
class VersionTest {

  private final Caller caller = Caller.dispatcher(UUID.randomUUID());
  private UUID note;

  @Autowired Api api;
  @Autowired Notes notes;

  @BeforeEach
  void aNote() {
    note = notes.write("first");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"1\"', 200",
        "'*', 200",
        "'\"0\", \"1\"', 200",
        "'\"0\",W/\"2\",\"1\"', 200",
        "'\"1\",', 400",
        "', \"1\"', 400",
        "'\"2\"', 412",
        "'W/\"1\"', 412",
        "'1', 400",
        "'\"1', 400",
        ", 428"
      })
  void aChangeSaysWhatItBuildsOn(@Nullable String ifMatch, int status) {
    var request =
        api.as(caller)
            .patch()
            .uri("/api/v1/notes/" + note)
            .contentType(MediaType.parseMediaType(MergePatch.MEDIA_TYPE));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    request.body("{\"text\":\"second\"}").exchange().expectStatus().isEqualTo(status);
  }

  @Test
  void thousandsOfTagsAreReadLikeOne() {
    api.as(caller)
        .patch()
        .uri("/api/v1/notes/" + note)
        .contentType(MediaType.parseMediaType(MergePatch.MEDIA_TYPE))
        .header("If-Match", "\"\",".repeat(2_000) + "\"1\"")
        .body("{\"text\":\"second\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void aMergePatchTellsNullFromAbsent() {
    String answer =
        api.as(caller)
            .patch()
            .uri("/api/v1/notes/" + note)
            .header("If-Match", "\"1\"")
            .contentType(MediaType.parseMediaType(MergePatch.MEDIA_TYPE))
            .body("{\"stars\":null}")
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .valueEquals("ETag", "\"2\"")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(answer).contains("Patch[absent]", "Patch[null]");
  }
}
