package com.accordenergie.platform.identity;

import com.accordenergie.platform.http.ServiceClients;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/** The JWK set of auth-service, whichever of its instances answers. */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

  private final ServiceClients services;

  PublishedKeys(ServiceClients services) {
    this.services = services;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      String keys =
          services.to("auth-service").get().uri("/oauth2/jwks").retrieve().body(String.class);
      return JWKSet.parse(keys);
    } catch (RestClientException | IllegalStateException away) {
      throw new JWKSetUnavailableException("auth-service does not answer", away);
    } catch (ParseException unreadable) {
      throw new JWKSetUnavailableException("auth-service's keys cannot be read", unreadable);
    }
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
