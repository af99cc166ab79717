package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.search.SearchTerms;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which people are wanted; what is null does not matter. */
public record PersonFilter(
    @Nullable Role role,
    @Nullable UUID clientId,
    @Nullable Boolean active,
    @Nullable String skill,
    @Nullable SearchTerms terms) {

  /** Nobody but a client user belongs to a client. */
  boolean contradictsItself() {
    return clientId != null && role != null && role != Role.CLIENT;
  }
}
