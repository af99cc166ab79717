package com.accordenergie.user.partner;

import com.accordenergie.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What partners are told of. Which internal events become one of these is the translator's to know. */
public enum PublicEventType {
  INTERVENTION_CREATED("intervention.created"),
  INTERVENTION_UPDATED("intervention.updated"),
  INTERVENTION_SCHEDULED("intervention.scheduled"),
  INTERVENTION_STATUS_CHANGED("intervention.status-changed"),
  COMMENT_ADDED("comment.added"),
  COMMENT_EDITED("comment.edited"),
  COMMENT_REMOVED("comment.removed"),
  ATTACHMENT_ADDED("attachment.added"),
  ATTACHMENT_REMOVED("attachment.removed"),
  CLIENT_CREATED("client.created"),
  CLIENT_UPDATED("client.updated"),
  CLIENT_RETIRED("client.retired"),
  SITE_CREATED("site.created"),
  SITE_UPDATED("site.updated"),
  SITE_RETIRED("site.retired");

  private final String label;

  PublicEventType(String label) {
    this.label = label;
  }

  /** As an entitlement names it. */
  public String label() {
    return label;
  }

  public static Optional<PublicEventType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(PublicEventType::label).toList();
  }

  /** Those of a choice in {@code #/eventTypes} that there are not. */
  public static List<Violation> unknown(List<@Nullable String> choice) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < choice.size(); i++) {
      String type = choice.get(i);
      if (type == null || of(type).isEmpty()) {
        violations.add(
            new Violation(
                "#/eventTypes/" + i,
                "There is no such type. There are: %s.".formatted(String.join(", ", labels()))));
      }
    }
    return violations;
  }
}
