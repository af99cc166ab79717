package com.accordenergie.intervention.work;

import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Person;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who can be given work. */
@Component
class Technicians {

  private final Directory directory;

  Technicians(Directory directory) {
    this.directory = directory;
  }

  /** 422 unless they are one of us. */
  UUID active(UUID id) {
    if (!isActive(id)) {
      throw Problems.invalid("#/technicianId", "There is no such technician.");
    }
    return id;
  }

  /** Whoever was chosen earlier may have left since, and keeps no appointment. */
  void requireStillHere(@Nullable UUID id) {
    if (id != null && !isActive(id)) {
      throw Problems.invalid("#/technicianId", "The technician has left: choose another one.");
    }
  }

  private boolean isActive(UUID id) {
    return directory.findTechnician(id).filter(person -> person.isActive(Role.TECHNICIAN)).isPresent();
  }
}
