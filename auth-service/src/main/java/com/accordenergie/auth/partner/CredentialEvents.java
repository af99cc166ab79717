package com.accordenergie.auth.partner;

import com.accordenergie.platform.identity.Caller;
import org.jspecify.annotations.Nullable;

/** What others are told of credentials, never of what it takes to use them; within the transaction. */
public interface CredentialEvents {

  /**
   * @param replaced whose place it takes, as it is now: with an end
   */
  void issued(Partner partner, Credential credential, @Nullable Credential replaced, Caller by);

  void revoked(Partner partner, Credential credential, Caller by);
}
