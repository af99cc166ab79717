package com.accordenergie.user.person.messaging;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.person.PersonSnapshot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of {@code user.created}, {@code user.updated} and {@code user.deactivated}. */
record PersonTold(
    UUID id,
    String username,
    String email,
    String displayName,
    Role role,
    @Nullable UUID clientId,
    @Nullable String phone,
    boolean active,
    List<String> skills) {

  static PersonTold of(PersonSnapshot person) {
    PersonDetails details = person.details();
    return new PersonTold(
        person.id(),
        details.username(),
        details.email(),
        details.displayName(),
        details.role(),
        details.clientId(),
        details.phone(),
        person.active(),
        details.skills());
  }
}
