package com.accordenergie.intervention.directory;

import com.accordenergie.platform.identity.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of whom user-service told. */
public record Person(
    UUID id, String displayName, Role role, @Nullable UUID clientId, boolean active) {

  public boolean isActive(Role wanted) {
    return active && role == wanted;
  }

  /** Whether interventions can be this person's. */
  public boolean mayOwn() {
    return isActive(Role.DISPATCHER) || isActive(Role.ADMIN);
  }
}
