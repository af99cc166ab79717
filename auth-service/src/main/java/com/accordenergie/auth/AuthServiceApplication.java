package com.accordenergie.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The authorization server: everything Boot would guess about one is said here instead. */
@SpringBootApplication(
    exclude = {
      UserDetailsServiceAutoConfiguration.class,
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
@ConfigurationPropertiesScan
@EnableScheduling
public class AuthServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AuthServiceApplication.class, arguments);
  }
}
