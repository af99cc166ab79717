package com.accordenergie.auth.login;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who proved who they are. Nothing but ids: whatever else there is to know is read from the
 * account when it is needed, so that it is never out of date.
 *
 * @param login this one time of logging in, which everything it led to is ended by
 */
public record AccountPrincipal(UUID account, UUID login)
    implements AuthenticatedPrincipal, Serializable {

  /** The subject of every token. */
  @Override
  public String getName() {
    return account.toString();
  }
}
