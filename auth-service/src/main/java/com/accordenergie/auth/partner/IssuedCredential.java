package com.accordenergie.auth.partner;

import org.jspecify.annotations.Nullable;

/**
 * A credential at the moment it is made.
 *
 * @param secret shown once: whoever has it is taken for the partner; null where the partner has the key
 */
public record IssuedCredential(Credential credential, @Nullable String secret) {

  @Override
  public String toString() {
    return "IssuedCredential[" + credential.id() + "]";
  }
}
