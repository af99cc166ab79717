package com.accordenergie.comment.demo;

import com.accordenergie.comment.Visibility;
import com.accordenergie.comment.attachment.NewAttachment;
import com.accordenergie.platform.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Finds the pictures of a story: for one in four that was worked on, a photo or two from the site; for
 * one in two that was finished, the client's signature. The same story always has the same
 * ones.
 */
final class Album {

  private static final List<String> PUBLIC_CAPTIONS =
      List.of(
          "Manomètre à la mise en service",
          "Pression avant intervention",
          "Pression après remise en eau",
          "Groupe de sécurité remplacé");
  private static final List<String> INTERNAL_CAPTIONS =
      List.of(
          "Plaque signalétique, pour la commande",
          "Référence de la pièce à commander",
          "Repérage avant démontage");
  private static final List<String> SIGNERS =
      List.of("Mme Renaud", "M. Lambert", "Claire Moreau", "Le gardien, M. Diallo");

  private final Story story;
  private final Instant now;
  private final RandomGenerator random;

  private Album(Story story, Instant now) {
    this.story = story;
    this.now = now;
    this.random = new SplittableRandom(~story.number());
  }

  static List<Exhibit> of(Story story, Instant now) {
    return new Album(story, now).exhibits();
  }

  private List<Exhibit> exhibits() {
    List<Exhibit> exhibits = new ArrayList<>();
    Caller technician = story.speaker(Voice.TECHNICIAN, 0);
    Optional<Instant> begun = became("IN_PROGRESS");
    if (technician == null || begun.isEmpty()) {
      return exhibits;
    }
    if (random.nextInt(4) == 0) {
      Instant at = begun.get().plus(Duration.ofMinutes(6));
      exhibits.add(photo(technician, Visibility.PUBLIC, PUBLIC_CAPTIONS, at));
      if (random.nextBoolean()) {
        exhibits.add(
            photo(technician, Visibility.INTERNAL, INTERNAL_CAPTIONS, at.plusSeconds(70)));
      }
    }
    became("DONE")
        .filter(done -> random.nextBoolean())
        .ifPresent(
            done ->
                exhibits.add(
                    new Exhibit(
                        technician,
                        NewAttachment.signature(any(SIGNERS)),
                        Sketch.signature(random),
                        done.plusSeconds(20))));
    exhibits.removeIf(exhibit -> !exhibit.at().isBefore(now));
    return exhibits;
  }

  private Exhibit photo(
      Caller author, Visibility visibility, List<String> captions, Instant at) {
    byte[] picture =
        visibility == Visibility.PUBLIC ? Sketch.gauge(random) : Sketch.plate(random);
    return new Exhibit(
        author,
        NewAttachment.photo(visibility, any(captions), at.minusSeconds(40)),
        picture,
        at);
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** When it first took that status. */
  private Optional<Instant> became(String status) {
    return story.moments().stream()
        .filter(moment -> moment.status().equals(status))
        .map(Story.Moment::at)
        .findFirst();
  }
}
