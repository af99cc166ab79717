package com.accordenergie.auth.token;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends one application's session, or those of one login, and tells of each that was still good for something. */
@Component
class Revocations {

  private final TokenRows rows;
  private final ApplicationEventPublisher events;

  Revocations(TokenRows rows, ApplicationEventPublisher events) {
    this.rows = rows;
    this.events = events;
  }

  @Transactional
  public void of(UUID grant) {
    rows.sessionOf(grant).ifPresent(events::publishEvent);
    rows.revoke(grant);
  }

  /** Leaves what shows who wants to log out at the login page too. */
  @Transactional
  public void ofTokensOf(UUID grant) {
    rows.sessionOf(grant).ifPresent(events::publishEvent);
    rows.end(grant);
  }

  @Transactional
  public void allFrom(UUID login) {
    rows.sessionsFrom(login).forEach(events::publishEvent);
    rows.revokeAllFrom(login);
  }
}
