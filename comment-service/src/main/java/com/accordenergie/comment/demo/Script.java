package com.accordenergie.comment.demo;

import com.accordenergie.comment.demo.Line.AfterThought;
import com.accordenergie.platform.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Writes the conversation of a story: some three comments, each where it fits between what happened.
 * The same story always makes the same conversation.
 */
final class Script {

  private static final int[] LENGTHS = {1, 2, 2, 3, 3, 3, 4, 4, 5};
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  private final Story story;
  private final Instant now;
  private final RandomGenerator random;

  private Script(Story story, Instant now) {
    this.story = story;
    this.now = now;
    this.random = new SplittableRandom(story.number());
  }

  static List<Line> of(Story story, Instant now) {
    return new Script(story, now).lines();
  }

  private List<Line> lines() {
    // Before all that depends on the story: how much the demo talks is the same on any day.
    int length = LENGTHS[random.nextInt(LENGTHS.length)];
    List<Line> possible = new ArrayList<>();
    for (int i = 0; i < story.moments().size(); i++) {
      Instant next = i + 1 < story.moments().size() ? story.moments().get(i + 1).at() : now;
      possible.addAll(lines(story.moments().get(i), next));
    }
    Collections.shuffle(possible, random);
    Set<String> said = new HashSet<>();
    return possible.stream()
        .filter(line -> said.add(line.text()))
        .limit(length)
        .sorted(Comparator.comparing(Line::at))
        .toList();
  }

  private List<Line> lines(Story.Moment moment, Instant next) {
    List<Line> lines = new ArrayList<>();
    for (Cue cue : Cue.at(moment.status())) {
      Caller speaker = story.speaker(cue.voice(), random.nextInt(2));
      String text = cue.texts().get(random.nextInt(cue.texts().size()));
      Instant at =
          moment
              .at()
              .plus(cue.afterMinutes(), ChronoUnit.MINUTES)
              .plusSeconds(random.nextInt(540))
              .truncatedTo(ChronoUnit.SECONDS);
      AfterThought afterThought = afterThought(random.nextInt(100));
      // An after-thought takes a few minutes, which must have gone by too.
      if (speaker != null && at.isBefore(next) && at.isBefore(now.minus(SHORTEST_PAUSE))) {
        lines.add(
            new Line(
                speaker,
                cue.visibility(),
                text,
                at,
                at.isBefore(now.minus(Duration.ofMinutes(5))) ? afterThought : AfterThought.NONE));
      }
    }
    return lines;
  }

  private static AfterThought afterThought(int percent) {
    if (percent < 4) {
      return AfterThought.CORRECTED;
    }
    return percent < 5 ? AfterThought.TAKEN_BACK : AfterThought.NONE;
  }
}
