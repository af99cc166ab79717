package com.accordenergie.auth.bootstrap;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.AccountEvent;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.auth.invitation.Inviting;
import com.accordenergie.platform.identity.Role;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets the first admin into an empty installation. The person {@code admin} is user-service's, from
 * its first start on; the account arrives here by event. As long as no admin has a password, this one
 * gets the password of the installation's configuration or, when there is none, an invitation whose
 * link stands in the log: whoever reads the log of this service runs the installation anyway.
 */
@Component
@ConditionalOnProperty(name = "accord.demo", havingValue = "false", matchIfMissing = true)
class FirstAdmin {

  static final String USERNAME = "admin";

  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  private final Accounts accounts;
  private final PasswordChoice passwordChoice;
  private final Inviting inviting;
  private final BootstrapProperties properties;

  FirstAdmin(
      Accounts accounts,
      PasswordChoice passwordChoice,
      Inviting inviting,
      BootstrapProperties properties) {
    this.accounts = accounts;
    this.passwordChoice = passwordChoice;
    this.inviting = inviting;
    this.properties = properties;
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    letIn();
  }

  /** The transaction that opened the account is over; this needs one of its own. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void whenSomebodyArrives(AccountEvent.Opened opened) {
    letIn();
  }

  private void letIn() {
    List<Account> admins = accounts.findByRoleAndActiveTrue(Role.ADMIN);
    if (admins.stream().noneMatch(Account::hasPassword)) {
      admins.stream()
          .filter(admin -> admin.username().equals(USERNAME))
          .findFirst()
          .ifPresent(this::letIn);
    }
  }

  private void letIn(Account admin) {
    if (properties.hasPassword()) {
      passwordChoice.chooseFirst(admin.id(), properties.adminPassword());
      log.info("The first admin has the password of ACCORD_BOOTSTRAP_ADMIN_PASSWORD");
      return;
    }
    inviting
        .inviteUnlessPending(admin.id())
        .ifPresent(
            invitation ->
                log.warn(
                    "Nobody can log in yet. Choose the admin's password here, before {}: {}",
                    invitation.expiresAt(),
                    invitation.link()));
  }
}
