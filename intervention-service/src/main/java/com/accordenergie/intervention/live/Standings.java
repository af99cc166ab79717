package com.accordenergie.intervention.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may listen, as far as the log has told. What is older than any token that is still good is
 * forgotten.
 */
final class Standings {

  private static final Duration LONGER_THAN_A_TOKEN = Duration.ofMinutes(15);

  private final Set<UUID> barred = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Standing.LoggedOut> loggedOut = new ConcurrentHashMap<>();
  private final Map<UUID, Standing.SessionEnded> ended = new ConcurrentHashMap<>();

  void note(Standing standing) {
    switch (standing) {
      case Standing.Admitted(UUID person) -> barred.remove(person);
      case Standing.Barred(UUID person) -> barred.add(person);
      case Standing.LoggedOut latest -> {
        forgetBefore(latest.at());
        loggedOut.merge(
            latest.person(), latest, (one, other) -> one.at().isAfter(other.at()) ? one : other);
      }
      case Standing.SessionEnded latest -> {
        forgetBefore(latest.at());
        ended.put(latest.session(), latest);
      }
    }
  }

  private void forgetBefore(Instant now) {
    Instant old = now.minus(LONGER_THAN_A_TOKEN);
    loggedOut.values().removeIf(one -> one.at().isBefore(old));
    ended.values().removeIf(one -> one.at().isBefore(old));
  }

  boolean bar(Login login) {
    Standing.LoggedOut everywhere = loggedOut.get(login.caller().id());
    return barred.contains(login.caller().id())
        || everywhere != null && everywhere.ends(login)
        || login.session() != null && ended.containsKey(login.session());
  }
}
