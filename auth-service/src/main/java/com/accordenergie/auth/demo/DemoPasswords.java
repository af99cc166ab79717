package com.accordenergie.auth.demo;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.AccountEvent;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives the people of the demonstration company, and nobody else who is called like them, the password
 * that the README tells; and the first admin, whom an installation that is used already has. Whoever has
 * chosen another one keeps it.
 */
@Component
@ConditionalOnProperty("accord.demo")
class DemoPasswords {

  static final String PASSWORD = "demo-accord-2026";

  private static final Logger log = LoggerFactory.getLogger(DemoPasswords.class);
  private static final String FIRST_ADMIN = "admin";

  private final Accounts accounts;
  private final PasswordChoice passwordChoice;

  DemoPasswords(Accounts accounts, PasswordChoice passwordChoice) {
    this.accounts = accounts;
    this.passwordChoice = passwordChoice;
  }

  /** The transaction that opened the account is over; this needs one of its own. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void whenSomebodyArrives(AccountEvent.Opened opened) {
    accounts.findById(opened.account()).ifPresent(this::give);
  }

  /** For those who arrived before the demonstration was wanted, or at a bad moment. */
  @Scheduled(fixedDelayString = "PT30S")
  void sweep() {
    long given =
        accounts.findByActiveTrueAndPasswordHashIsNull().stream().filter(this::give).count();
    if (given > 0) {
      log.info("{} people of the demonstration have their password", given);
    }
  }

  private boolean give(Account account) {
    if (account.hasPassword() || !(DemoIds.contains(account.id()) || isFirstAdmin(account))) {
      return false;
    }
    passwordChoice.chooseFirst(account.id(), PASSWORD);
    return true;
  }

  private boolean isFirstAdmin(Account account) {
    return account.username().equals(FIRST_ADMIN)
        && accounts.findByRoleAndActiveTrue(Role.ADMIN).stream().noneMatch(Account::hasPassword);
  }
}
