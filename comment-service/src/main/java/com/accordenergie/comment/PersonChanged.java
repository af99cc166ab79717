package com.accordenergie.comment;

import static java.util.Objects.requireNonNull;

import com.accordenergie.platform.identity.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of the {@code user.*} events. */
record PersonChanged(UUID id, String displayName, Role role, @Nullable UUID clientId) {

  PersonChanged {
    requireNonNull(id, "id");
    requireNonNull(displayName, "displayName");
    requireNonNull(role, "role");
  }
}
