package com.accordenergie.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What auth-service gave for a code or a refresh token.
 *
 * @param idToken null when it gave none this time
 */
record TokenSet(
    String accessToken, Instant accessUntil, String refreshToken, @Nullable String idToken) {}
