package com.accordenergie.auth.session;

import com.accordenergie.auth.account.AccountEvent;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends every login of a person, on whatever device and in whatever application. */
@Service
public class LogoutEverywhere {

  private final ApplicationEventPublisher events;

  LogoutEverywhere(ApplicationEventPublisher events) {
    this.events = events;
  }

  @Transactional
  public void of(UUID account) {
    events.publishEvent(new AccountEvent.LoggedOutEverywhere(account));
  }
}
