package com.accordenergie.user.person;

import java.time.Instant;
import java.util.UUID;

/** Tells the others what became of somebody, in the transaction in which it did. */
public interface PersonEvents {

  void created(PersonSnapshot person);

  void updated(PersonSnapshot person);

  void deactivated(PersonSnapshot person);

  void erased(UUID id, long version, Instant at);
}
