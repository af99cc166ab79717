package com.accordenergie.auth.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of what somebody allowed an application by logging in. */
record Grant(
    UUID id,
    String client,
    String principal,
    @Nullable UUID account,
    @Nullable UUID login,
    @Nullable Instant loggedInAt,
    String grantType,
    Set<String> scopes,
    @Nullable String redirectUri,
    @Nullable String codeChallenge,
    @Nullable String nonce) {

  static Set<String> scopesOf(String text) {
    return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(" ")));
  }
}
