package com.accordenergie.auth.partner;

/** How a partner proves who it is at the token endpoint. */
public enum CredentialKind {
  /** A secret that both sides know ({@code client_secret_basic}, {@code client_secret_post}). */
  SECRET,
  /** A signature with a key that only the partner has ({@code private_key_jwt}, RFC 7523). */
  PRIVATE_KEY_JWT
}
