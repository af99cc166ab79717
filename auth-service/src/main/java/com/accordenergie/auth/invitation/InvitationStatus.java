package com.accordenergie.auth.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an invitation is; the times are null where nothing has happened. */
public record InvitationStatus(
    InvitationState state,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant acceptedAt) {

  static final InvitationStatus NEVER =
      new InvitationStatus(InvitationState.NONE, null, null, null);
}
