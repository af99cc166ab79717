package com.accordenergie.comment.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said in the whole demo, whose interventions stand where intervention-service lets them. */
class ScriptTest {

  private static final Instant BEGUN = Instant.parse("2026-06-01T08:00:00Z");
  private static final Duration STEP = Duration.ofHours(3);

  /** How many interventions went how far. */
  private record Ending(int count, String... statuses) {}

  private static final List<Ending> DEMO =
      List.of(
          new Ending(12, "NEW"),
          new Ending(12, "NEW", "ASSIGNED"),
          new Ending(24, "NEW", "SCHEDULED"),
          new Ending(4, "NEW", "SCHEDULED", "EN_ROUTE"),
          new Ending(6, "NEW", "SCHEDULED", "EN_ROUTE", "IN_PROGRESS"),
          new Ending(10, "NEW", "SCHEDULED", "EN_ROUTE", "IN_PROGRESS", "ON_HOLD"),
          new Ending(14, "NEW", "SCHEDULED", "EN_ROUTE", "IN_PROGRESS", "DONE"),
          new Ending(8, "NEW", "SCHEDULED", "EN_ROUTE", "IN_PROGRESS", "UNRESOLVED"),
          new Ending(24, "NEW", "CANCELLED"),
          new Ending(186, "NEW", "SCHEDULED", "EN_ROUTE", "IN_PROGRESS", "DONE", "CLOSED"));

  @Test
  void someNineHundredCommentsAreMadeOnThreeHundredInterventions() {
    List<Story> stories = stories();

    assertThat(stories).hasSize(300);
    assertThat(stories).allSatisfy(story -> assertThat(lines(story)).isNotEmpty());
    assertThat(stories.stream().mapToInt(story -> lines(story).size()).sum()).isBetween(850, 950);
  }

  @Test
  void theSameStoryAlwaysMakesTheSameConversation() {
    assertThat(stories()).allSatisfy(story -> assertThat(lines(story)).isEqualTo(lines(story)));
  }

  private static List<Line> lines(Story story) {
    return Script.of(story, story.moments().getLast().at().plus(STEP));
  }

  private static List<Story> stories() {
    List<Story> stories = new ArrayList<>();
    for (Ending ending : DEMO) {
      for (int i = 0; i < ending.count(); i++) {
        stories.add(story(stories.size(), ending.statuses()));
      }
    }
    return stories;
  }

  private static Story story(int number, String... statuses) {
    List<Story.Moment> moments = new ArrayList<>();
    for (String status : statuses) {
      moments.add(new Story.Moment(status, BEGUN.plus(STEP.multipliedBy(moments.size()))));
    }
    return new Story(
        number,
        UUID.randomUUID(),
        UUID.randomUUID(),
        statuses.length == 1 ? null : UUID.randomUUID(),
        List.of(UUID.randomUUID()),
        moments);
  }
}
