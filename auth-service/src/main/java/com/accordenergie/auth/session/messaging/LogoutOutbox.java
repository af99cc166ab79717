package com.accordenergie.auth.session.messaging;

import com.accordenergie.auth.account.AccountEvent;
import com.accordenergie.auth.token.SessionEnded;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Leaves in the outbox that one session of a person ended, or all their logins, so that what is open in
 * their name is closed before its access token ends. Whoever is deactivated is told of by user-service.
 */
@Component
class LogoutOutbox {

  private static final EventType LOGGED_OUT = EventType.v1("user.logged-out");
  private static final EventType SESSION_ENDED = EventType.v1("user.session-ended");

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

  @EventListener
  void on(SessionEnded ended) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    outbox.append(
        SESSION_ENDED,
        ended.account(),
        id,
        1,
        now,
        new ToldOfOne(id, ended.account(), ended.session(), now));
  }

  private void tell(UUID account) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    outbox.append(LOGGED_OUT, account, id, 1, now, new ToldOfAll(id, account, now));
  }

  private record ToldOfAll(UUID id, UUID userId, Instant changedAt) {}

  private record ToldOfOne(UUID id, UUID userId, UUID sessionId, Instant changedAt) {}
}
