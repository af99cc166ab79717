package com.accordenergie.auth.invitation;

import java.time.Instant;

/**
 * @param link shown once: whoever has it may choose the password
 */
public record InvitationLink(String link, Instant expiresAt) {}
