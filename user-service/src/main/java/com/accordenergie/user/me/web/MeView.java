package com.accordenergie.user.me.web;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.person.PersonSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Me", description = "Whoever is logged in")
record MeView(
    UUID id,
    String username,
    String email,
    String displayName,
    Role role,
    @Schema(description = "The client record that a CLIENT belongs to, null for everybody else")
        @Nullable UUID clientId,
    @Schema(description = "That client's name") @Nullable String clientName,
    @Nullable String phone,
    List<String> skills,
    @Schema(description = "The number in the ETag") long version) {

  static MeView of(PersonSnapshot person, @Nullable String clientName) {
    PersonDetails details = person.details();
    return new MeView(
        person.id(),
        details.username(),
        details.email(),
        details.displayName(),
        details.role(),
        details.clientId(),
        clientName,
        details.phone(),
        details.skills(),
        person.version());
  }
}
