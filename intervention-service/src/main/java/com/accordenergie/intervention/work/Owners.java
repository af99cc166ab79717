package com.accordenergie.intervention.work;

import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.platform.problem.Problems;
import java.util.UUID;

/** Who may own an intervention: an active dispatcher or admin. */
final class Owners {

  private Owners() {}

  static UUID active(Directory directory, UUID id) {
    return directory
        .findOwner(id)
        .orElseThrow(() -> Problems.invalid("#/ownerId", "There is no such dispatcher."))
        .id();
  }
}
