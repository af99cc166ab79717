package com.accordenergie.auth.session.messaging;

import com.accordenergie.auth.account.AccountEvent;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Leaves in the outbox that all logins of a person ended, so that what is open in their name is closed
 * before its access token ends. Whoever is deactivated is told of by user-service.
 */
@Component
class LogoutOutbox {

  private static final EventType LOGGED_OUT = EventType.v1("user.logged-out");

  private final Outbox outbox;
  private final Clock clock;

  LogoutOutbox(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @EventListener
  void on(AccountEvent event) {
    switch (event) {
      case AccountEvent.Opened opened -> {}
      case AccountEvent.PasswordChosen(UUID account, boolean another) -> {
        if (another) {
          tell(account);
        }
      }
      case AccountEvent.LoggedOutEverywhere(UUID account) -> tell(account);
      case AccountEvent.Closed closed -> {}
    }
  }

  private void tell(UUID account) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    outbox.append(LOGGED_OUT, account, id, 1, now, new Told(id, account, now));
  }

  private record Told(UUID id, UUID userId, Instant changedAt) {}
}
