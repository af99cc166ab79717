package com.accordenergie.auth.bootstrap;

import com.accordenergie.auth.password.PasswordRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param adminPassword for the first admin of an empty installation; without one, a link is printed
 */
@ConfigurationProperties("accord.bootstrap")
record BootstrapProperties(@DefaultValue("") String adminPassword) {

  BootstrapProperties {
    if (!adminPassword.isEmpty()) {
      PasswordRules.objection(adminPassword, FirstAdmin.USERNAME)
          .ifPresent(
              objection -> {
                throw new IllegalArgumentException(
                    "ACCORD_BOOTSTRAP_ADMIN_PASSWORD will not do: " + objection);
              });
    }
  }

  boolean hasPassword() {
    return !adminPassword.isEmpty();
  }
}
