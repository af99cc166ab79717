package com.accordenergie.auth.login;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What Spring Security calls an authentication, made from ours. */
public final class Logins {

  private Logins() {}

  /**
   * No role is in here: the account has it, and may have another one tomorrow.
   *
   * @param time of the proof, the {@code auth_time} of ID tokens
   */
  public static UsernamePasswordAuthenticationToken byPassword(
      AccountPrincipal principal, Instant time) {
    var proof =
        FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
            .issuedAt(time)
            .build();
    return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of(proof));
  }

  /** When the proof was given. */
  public static Instant timeOf(Authentication authentication) {
    return authentication.getAuthorities().stream()
        .filter(FactorGrantedAuthority.class::isInstance)
        .map(factor -> ((FactorGrantedAuthority) factor).getIssuedAt())
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
