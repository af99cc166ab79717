package com.accordenergie.auth.token;

import com.accordenergie.auth.login.AccountPrincipal;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Gives ID tokens their {@code sid}: the login they came from. The framework's own registry lives in
 * one instance's memory, and may take another session of the same person for this one.
 */
@Component
final class LoginRegistry implements SessionRegistry {

  @Override
  public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
    return principal instanceof AccountPrincipal somebody
        ? List.of(new SessionInformation(somebody, somebody.login().toString(), new Date()))
        : List.of();
  }

  @Override
  public List<Object> getAllPrincipals() {
    return List.of();
  }

  @Override
  public @Nullable SessionInformation getSessionInformation(String sessionId) {
    return null;
  }

  @Override
  public void refreshLastRequest(String sessionId) {
    // Nothing is remembered here.
  }

  @Override
  public void registerNewSession(String sessionId, Object principal) {
    // The principal carries its login itself.
  }

  @Override
  public void removeSessionInformation(String sessionId) {
    // Nothing is remembered here.
  }
}
