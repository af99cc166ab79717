package com.accordenergie.user.technician.web;

import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.person.PersonSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Technician", description = "Somebody who goes there: a user with role TECHNICIAN")
record TechnicianView(
    @Schema(description = "The user's id") UUID id,
    String username,
    String email,
    String displayName,
    @Nullable String phone,
    @Schema(description = "What they can do, in the words of the trade") List<String> skills,
    @Schema(description = "False once they left") boolean active,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "The number in the ETag; the user has the same") long version) {

  static TechnicianView of(PersonSnapshot person) {
    PersonDetails details = person.details();
    return new TechnicianView(
        person.id(),
        details.username(),
        details.email(),
        details.displayName(),
        details.phone(),
        details.skills(),
        person.active(),
        person.createdAt(),
        person.changedAt(),
        person.version());
  }
}
