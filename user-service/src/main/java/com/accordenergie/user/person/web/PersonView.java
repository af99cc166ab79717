package com.accordenergie.user.person.web;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.person.PersonSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "User", description = "Somebody who logs in")
record PersonView(
    UUID id,
    @Schema(description = "What they log in with, in lower case") String username,
    String email,
    String displayName,
    Role role,
    @Schema(description = "The client record that a CLIENT belongs to, null for everybody else")
        @Nullable UUID clientId,
    @Nullable String phone,
    @Schema(description = "What a TECHNICIAN can do, empty for everybody else")
        List<String> skills,
    @Schema(description = "Whether they may log in") boolean active,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "The number in the ETag") long version) {

  static PersonView of(PersonSnapshot person) {
    PersonDetails details = person.details();
    return new PersonView(
        person.id(),
        details.username(),
        details.email(),
        details.displayName(),
        details.role(),
        details.clientId(),
        details.phone(),
        details.skills(),
        person.active(),
        person.createdAt(),
        person.changedAt(),
        person.version());
  }
}
