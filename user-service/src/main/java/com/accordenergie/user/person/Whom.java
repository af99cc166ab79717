package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant.
 *
 * @param role who has another one is not there
 */
public record Whom(UUID id, @Nullable Role role) {

  public static Whom anybody(UUID id) {
    return new Whom(id, null);
  }

  public static Whom technician(UUID id) {
    return new Whom(id, Role.TECHNICIAN);
  }
}
