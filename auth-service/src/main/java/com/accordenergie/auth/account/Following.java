package com.accordenergie.auth.account;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts follow their people. The order in which news arrives does not matter: newer wins. */
@Service
@Transactional
public class Following {

  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Following(Accounts accounts, ApplicationEventPublisher events, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param sequence the person's version that this tells
   */
  public void follow(Person person, long sequence) {
    Account account = lock(person.id());
    boolean wasActive = account.isActive();
    if (account.follow(person, sequence) && wasActive != person.active()) {
      events.publishEvent(
          person.active()
              ? new AccountEvent.Opened(person.id())
              : new AccountEvent.Closed(person.id()));
    }
  }

  /** As {@link #follow}, but tells nobody. */
  public void restate(Person person, long sequence) {
    lock(person.id()).follow(person, sequence);
  }

  /** As {@link #forget}, but tells nobody. */
  public void restateForgotten(UUID id, long sequence) {
    lock(id).forget(sequence);
  }

  public void forget(UUID id, long sequence) {
    lock(id).forget(sequence);
    events.publishEvent(new AccountEvent.Closed(id));
  }

  private Account lock(UUID id) {
    return accounts
        .lock(id)
        .orElseGet(
            () -> {
              accounts.reserve(id, clock.instant());
              return accounts.lock(id).orElseThrow();
            });
  }
}
