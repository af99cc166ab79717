package com.accordenergie.user.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
}
