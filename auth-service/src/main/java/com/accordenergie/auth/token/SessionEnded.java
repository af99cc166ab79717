package com.accordenergie.auth.token;

import java.util.UUID;

/**
 * What an application was given in somebody's name is good no longer; told inside the transaction that
 * ends it.
 *
 * @param session the session that its access tokens name ({@link TokenClaims#SESSION})
 */
public record SessionEnded(UUID account, UUID session) {}
