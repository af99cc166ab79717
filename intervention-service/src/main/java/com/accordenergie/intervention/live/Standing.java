package com.accordenergie.intervention.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What an event says of somebody's right to listen. */
public sealed interface Standing {

  /** Whether who listens by this login has to go. */
  boolean ends(Login login);

  /** Is, or is again, one of us. */
  record Admitted(UUID person) implements Standing {

    @Override
    public boolean ends(Login login) {
      return false;
    }
  }

  /** Is no longer one of us. */
  record Barred(UUID person) implements Standing {

    @Override
    public boolean ends(Login login) {
      return person.equals(login.caller().id());
    }
  }

  /** All logins until then ended. */
  record LoggedOut(UUID person, Instant at) implements Standing {

    /** Tokens tell whole seconds: one of the same second may be that of the next login. */
    @Override
    public boolean ends(Login login) {
      return person.equals(login.caller().id())
          && login.issuedAt().isBefore(at.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  /** One session in one application ended. */
  record SessionEnded(UUID session, Instant at) implements Standing {

    @Override
    public boolean ends(Login login) {
      return session.equals(login.session());
    }
  }
}
