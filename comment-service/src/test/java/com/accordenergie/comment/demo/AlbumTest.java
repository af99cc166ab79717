package com.accordenergie.comment.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pictures that the demo shows. */
class AlbumTest {

  private static final Instant BEGUN = Instant.parse("2026-06-01T08:00:00Z");
  private static final Instant DONE = BEGUN.plus(Duration.ofHours(2));
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void someStoriesHaveSome() {
    List<Exhibit> all =
        IntStream.range(0, 300)
            .mapToObj(AlbumTest::story)
            .flatMap(story -> Album.of(story, NOW).stream())
            .toList();

    assertThat(all.size()).isBetween(150, 350);
    assertThat(all)
        .extracting(exhibit -> exhibit.what().kind() + " " + exhibit.what().visibility())
        .contains("PHOTO PUBLIC", "PHOTO INTERNAL", "SIGNATURE PUBLIC");
    assertThat(all)
        .allSatisfy(
            exhibit -> {
              assertThat(exhibit.author().role()).isEqualTo(Role.TECHNICIAN);
              assertThat(exhibit.at()).isBetween(BEGUN, DONE.plusSeconds(60));
              assertThat(exhibit.picture().length).isLessThan(150_000);
            });
  }

  @Test
  void theSameStoryAlwaysHasTheSame() {
    IntStream.range(0, 60)
        .mapToObj(AlbumTest::story)
        .forEach(
            story ->
                assertThat(Album.of(story, NOW))
                    .usingRecursiveComparison()
                    .isEqualTo(Album.of(story, NOW)));
  }

  @Test
  void nothingIsShownBeforeItHappened() {
    IntStream.range(0, 100)
        .mapToObj(AlbumTest::story)
        .forEach(story -> assertThat(Album.of(story, BEGUN.plusSeconds(60))).isEmpty());
  }

  private static Story story(int number) {
    return new Story(
        number,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        List.of(),
        List.of(
            new Story.Moment("NEW", BEGUN.minus(Duration.ofDays(1))),
            new Story.Moment("IN_PROGRESS", BEGUN),
            new Story.Moment("DONE", DONE)));
  }
}
