package com.accordenergie.auth;

import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.auth.key.SigningKeys;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.Tokens;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What all tests of this service share beside the platform's tools. */
@Configuration(proxyBeanMethods = false)
class AuthTestConfiguration {

  @Bean
  People people(PublishedEvents events, Accounts accounts, PasswordChoice passwordChoice) {
    return new People(events, accounts, passwordChoice);
  }

  @Bean
  PartnerCompanies partnerCompanies(PublishedEvents events, JdbcClient jdbc) {
    return new PartnerCompanies(events, jdbc);
  }

  /** Signed as the service's own are, so that what is wrong with a bad one is what it says. */
  @Bean
  Tokens tokens(@Value("${accord.issuer}") String issuer, SigningKeys keys) {
    return new Tokens(issuer, () -> signingKey(keys));
  }

  private static RSAKey signingKey(SigningKeys keys) {
    try {
      return keys.signing()
          .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
          .getFirst()
          .toRSAKey();
    } catch (KeySourceException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Bean
  UserServiceDouble userService() {
    return new UserServiceDouble();
  }

  /** Found through the load balancer, like the real one. */
  @Bean
  DynamicPropertyRegistrar addressOf(UserServiceDouble userService) {
    return properties ->
        properties.add(
            "spring.cloud.discovery.client.simple.instances.user-service[0].uri",
            () -> "http://127.0.0.1:" + userService.port());
  }
}
