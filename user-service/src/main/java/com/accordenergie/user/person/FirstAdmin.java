package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Somebody has to be there who lets the others in. Registered at the first start, under an id that
 * auth-service knows too; whatever becomes of them later is left as it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdmin implements ApplicationRunner {

  static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final PeopleManagement management;
  private final Clock clock;
  private final PersonDetails details;

  FirstAdmin(
      PeopleManagement management,
      Clock clock,
      @Value("${accord.admin.display-name}") String displayName,
      @Value("${accord.admin.email}") String email) {
    this.management = management;
    this.clock = clock;
    this.details =
        new PersonDetails("admin", email, displayName, Role.ADMIN, null, null, List.of());
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (management.isKnown(ID)) {
      return;
    }
    try {
      management.register(ID, details, clock.instant());
      log.info("Registered the first admin");
    } catch (RuntimeException failure) {
      if (!management.isKnown(ID)) {
        throw failure;
      }
      log.info("Another instance registered the first admin");
    }
  }
}
