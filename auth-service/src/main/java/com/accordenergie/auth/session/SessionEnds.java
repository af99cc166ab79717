package com.accordenergie.auth.session;

import com.accordenergie.auth.account.AccountEvent;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the sessions that an account may no longer have, in every instance at once. */
@Component
class SessionEnds {

  private final JdbcClient jdbc;

  SessionEnds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(AccountEvent event) {
    switch (event) {
      case AccountEvent.Opened opened -> {}
      case AccountEvent.PasswordChosen(UUID account, boolean another) -> endAllOf(account);
      case AccountEvent.LoggedOutEverywhere(UUID account) -> endAllOf(account);
      case AccountEvent.Closed(UUID account) -> endAllOf(account);
    }
  }

  private void endAllOf(UUID account) {
    jdbc.sql("delete from SPRING_SESSION where PRINCIPAL_NAME = ?")
        .param(account.toString())
        .update();
  }
}
