package com.accordenergie.auth.account;

import com.accordenergie.auth.password.Passwords;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an account its password. */
@Service
public class PasswordChoice {

  private final Accounts accounts;
  private final Passwords passwords;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final Clock clock;

  PasswordChoice(
      Accounts accounts,
      Passwords passwords,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param hash of the new password, made before any row was locked: it takes its time
   */
  public void choose(Account account, String hash) {
    boolean another = account.hasPassword();
    account.choosePassword(hash, clock.instant());
    events.publishEvent(new AccountEvent.PasswordChosen(account.id(), another));
  }

  /** Does nothing for an account that has one. */
  public void chooseFirst(UUID id, String password) {
    String hash = passwords.hash(password);
    transaction.executeWithoutResult(
        status ->
            accounts
                .lock(id)
                .filter(account -> !account.hasPassword())
                .ifPresent(account -> choose(account, hash)));
  }
}
