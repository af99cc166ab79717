package com.accordenergie.intervention.live;

import com.accordenergie.platform.identity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In whose name somebody listens, and since when that is sure.
 *
 * @param issuedAt when their token was given out, in whole seconds
 * @param session the application's session the token came from; null for tokens that name none
 */
public record Login(Caller caller, Instant issuedAt, @Nullable UUID session) {}
