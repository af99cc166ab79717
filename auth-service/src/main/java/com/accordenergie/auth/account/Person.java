package com.accordenergie.auth.account;

import com.accordenergie.platform.identity.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as user-service tells it, as far as logging in is concerned.
 *
 * @param clientId the client record a {@link Role#CLIENT} belongs to, null for everybody else
 */
public record Person(
    UUID id,
    String username,
    String email,
    String displayName,
    Role role,
    @Nullable UUID clientId,
    boolean active) {}
