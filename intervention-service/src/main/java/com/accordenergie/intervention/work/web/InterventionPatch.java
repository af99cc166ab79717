package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.Changing;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import com.accordenergie.platform.web.Patch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A JSON merge patch: what is not mentioned stays.
 *
 * @param ownerId for an admin only: the dispatcher it is handed over to
 * @param overrideReason why a technician is booked although taken; with a slot or technician
 * @param actualStart when the work really began; from its technician or an admin, once it has begun
 * @param actualEnd when it really ended; likewise, once it is done
 */
record InterventionPatch(
    Patch<String> title,
    Patch<String> description,
    Patch<String> urgency,
    Patch<UUID> siteId,
    Patch<UUID> ownerId,
    Patch<UUID> technicianId,
    Patch<Instant> plannedStart,
    Patch<Instant> plannedEnd,
    Patch<String> overrideReason,
    Patch<Instant> actualStart,
    Patch<Instant> actualEnd) {

  Changing.Changes changes() {
    List<Violation> violations = new ArrayList<>();
    text(violations, "title", title, 200, true);
    text(violations, "description", description, 4000, false);
    text(violations, "overrideReason", overrideReason, 500, true);
    if (!violations.isEmpty()) {
      throw Problems.invalid(violations);
    }
    return new Changing.Changes(
        title.map(String::strip),
        description.map(String::strip),
        urgency,
        siteId,
        ownerId,
        technicianId,
        plannedStart,
        plannedEnd,
        overrideReason.map(String::strip),
        actualStart,
        actualEnd);
  }

  private static void text(
      List<Violation> violations, String name, Patch<String> patch, int longest, boolean needed) {
    if (!patch.isPresent() || patch.value() == null) {
      return;
    }
    if (patch.value().length() > longest) {
      violations.add(new Violation("#/" + name, "At most " + longest + " characters."));
    }
    if (needed && patch.value().isBlank()) {
      violations.add(new Violation("#/" + name, "It cannot be empty."));
    }
  }
}
