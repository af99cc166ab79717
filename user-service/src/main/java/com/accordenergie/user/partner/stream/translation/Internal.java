package com.accordenergie.user.partner.stream.translation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of internal events: only what may be told on, or decides whether it may. */
final class Internal {

  private Internal() {}

  record Intervention(
      UUID id,
      String reference,
      String title,
      String urgency,
      Status status,
      UUID clientId,
      UUID siteId,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      Instant createdAt,
      Instant changedAt,
      List<Change> changes,
      @Nullable Transition transition) {}

  record Status(String code, String category, String clientLabel) {}

  record Change(String field) {}

  record Transition(Step from, Step to, @Nullable String clientReason) {}

  record Step(String code, String clientLabel) {}

  /**
   * A comment or an attachment, which have this in common.
   *
   * @param kind of an attachment
   * @param body of a comment
   */
  record Contribution(
      UUID id,
      UUID interventionId,
      UUID clientId,
      String visibility,
      String authorRole,
      @Nullable String kind,
      @Nullable String body,
      @Nullable String caption,
      @Nullable Instant takenAt,
      @Nullable String mediaType,
      @Nullable Integer size,
      Instant createdAt,
      Instant changedAt) {

    boolean isPublic() {
      return visibility.equals("PUBLIC");
    }
  }
}
