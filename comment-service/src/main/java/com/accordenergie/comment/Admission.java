package com.accordenergie.comment;

import java.util.UUID;

/** The caller may read this intervention's thread and write into it. */
public record Admission(UUID interventionId, UUID clientId) {

  static Admission to(Intervention intervention) {
    return new Admission(intervention.id(), intervention.clientId());
  }
}
