package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.Creating;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param urgency a code of the list of urgencies
 * @param ownerId for an admin only: the dispatcher who will own it; the caller otherwise
 */
record NewIntervention(
    @NotNull UUID clientId,
    @NotNull UUID siteId,
    @NotBlank @Size(max = 200) String title,
    @Nullable @Size(max = 4000) String description,
    @NotNull @Size(max = 30) String urgency,
    @Nullable UUID ownerId) {

  Creating.Call call() {
    return new Creating.Call(
        clientId,
        siteId,
        title.strip(),
        description == null ? "" : description.strip(),
        urgency,
        ownerId);
  }
}
