package com.accordenergie.auth.client;

import java.util.Map;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** A public client that renews or revokes a token: the token itself is all it can show. */
final class PublicClientToken extends OAuth2ClientAuthenticationToken {

  private static final long serialVersionUID = 1L;

  PublicClientToken(String clientId) {
    super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
  }
}
