package com.accordenergie.platform.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller out of a verified access token; a token that names none is not ours. */
final class TokenToCaller implements Converter<Jwt, JwtAuthenticationToken> {

  @Override
  public JwtAuthenticationToken convert(Jwt jwt) {
    Caller caller = callerOf(jwt);
    var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + caller.role()));
    return new CallerAuthentication(jwt, authorities, caller);
  }

  private static Caller callerOf(Jwt jwt) {
    List<String> roles = jwt.getClaimAsStringList("roles");
    if (roles == null || roles.size() != 1) {
      throw new InvalidBearerTokenException("The token must carry exactly one role.");
    }
    try {
      return new Caller(
          UUID.fromString(jwt.getSubject()),
          Role.valueOf(roles.getFirst()),
          uuid(jwt.getClaimAsString("accord_client")));
    } catch (IllegalArgumentException | NullPointerException unreadable) {
      throw new InvalidBearerTokenException("The token names no caller of this suite.", unreadable);
    }
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
