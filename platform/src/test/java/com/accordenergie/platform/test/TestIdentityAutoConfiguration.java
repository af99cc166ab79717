package com.accordenergie.platform.test;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Tokens signed with a key of the test's own, in place of those auth-service publishes. */
@AutoConfiguration(
    beforeName = "com.accordenergie.platform.identity.IdentityAutoConfiguration")
@ConditionalOnMissingBean(JWKSource.class)
class TestIdentityAutoConfiguration {

  @Bean
  Tokens tokens(@Value("${accord.issuer}") String issuer) {
    return new Tokens(issuer);
  }

  @Bean
  JWKSource<SecurityContext> apiKeys(Tokens tokens) {
    return new ImmutableJWKSet<>(new JWKSet(tokens.key().toPublicJWK()));
  }
}
