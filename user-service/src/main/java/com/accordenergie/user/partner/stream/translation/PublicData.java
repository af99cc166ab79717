package com.accordenergie.user.partner.stream.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of what partners read. What is not named here is not told. */
final class PublicData {

  private PublicData() {}

  /**
   * @param changes the names of the fields that changed, of those that clients know
   */
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
      List<String> changes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Transition transition) {}

  /**
   * @param label in the client's words
   */
  record Status(String code, String category, String label) {}

  /**
   * @param reason where the client's wording makes room for it
   */
  record Transition(Step from, Step to, @Nullable String reason) {}

  record Step(String code, String label) {}

  record Comment(
      UUID id,
      UUID interventionId,
      UUID clientId,
      String authorRole,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body,
      Instant createdAt,
      Instant changedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Attachment(
      UUID id,
      UUID interventionId,
      UUID clientId,
      String kind,
      String authorRole,
      @Nullable String caption,
      @Nullable Instant takenAt,
      @Nullable String mediaType,
      @Nullable Integer size,
      Instant createdAt,
      Instant changedAt) {}

  record Client(UUID id, String code, String name, boolean active) {}

  /** Where it is, but not whom to ask for there, nor how to get in. */
  record Site(
      UUID id,
      UUID clientId,
      String name,
      String addressLine,
      String postalCode,
      String city,
      boolean active) {}
}
