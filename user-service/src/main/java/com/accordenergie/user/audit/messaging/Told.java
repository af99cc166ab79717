package com.accordenergie.user.audit.messaging;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the journal reads of any event: how the thing is called, and which fields changed. Nothing that
 * somebody wrote, and no person's name.
 */
record Told(
    @Nullable String reference,
    @Nullable String code,
    @Nullable String name,
    @Nullable String role,
    @Nullable String kind,
    @Nullable String action,
    @Nullable String visibility,
    @Nullable UUID authorId,
    @Nullable Actor changedBy,
    @Nullable List<Change> changes) {

  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_DETAIL = 400;

  record Actor(@Nullable UUID id) {}

  record Change(String field, @Nullable String from, @Nullable String to) {

    /** Statuses and urgencies are codes; anything else may be what somebody wrote. */
    String brief() {
      return field.equals("status") || field.equals("urgency")
          ? "%s: %s → %s".formatted(field, from == null ? "–" : from, to == null ? "–" : to)
          : field;
    }
  }

  /** Where the event itself does not say who made it. */
  @Nullable UUID author() {
    return changedBy == null ? authorId : changedBy.id();
  }

  @Nullable String label() {
    String label =
        Stream.of(reference, code, name).filter(Objects::nonNull).collect(Collectors.joining(" "));
    return label.isEmpty() ? null : cut(label, LONGEST_LABEL);
  }

  @Nullable String detail() {
    String detail =
        Stream.concat(
                Stream.of(role, kind, action, visibility).filter(Objects::nonNull),
                changes == null ? Stream.empty() : changes.stream().map(Change::brief))
            .collect(Collectors.joining(", "));
    return detail.isEmpty() ? null : cut(detail, LONGEST_DETAIL);
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
