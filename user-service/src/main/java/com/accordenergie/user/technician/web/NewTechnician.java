package com.accordenergie.user.technician.web;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.person.PersonDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A technician to be; the rules are those of every person. */
record NewTechnician(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            minLength = 3,
            maxLength = 64,
            pattern = "[a-z0-9]([a-z0-9._-]*[a-z0-9])?")
        String username,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 254)
        String email,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 120) String displayName,
    @Schema(maxLength = 40) @Nullable String phone,
    @Nullable List<String> skills) {

  PersonDetails details() {
    return new PersonDetails(username, email, displayName, Role.TECHNICIAN, null, phone, skills);
  }
}
