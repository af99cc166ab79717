package com.accordenergie.user.person.messaging;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.user.person.PersonEvents;
import com.accordenergie.user.person.PersonSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leaves what became of people in the outbox. */
@Component
class PersonOutbox implements PersonEvents {

  private static final EventType CREATED = EventType.v1("user.created");
  private static final EventType UPDATED = EventType.v1("user.updated");
  private static final EventType DEACTIVATED = EventType.v1("user.deactivated");
  private static final EventType ERASED = EventType.v1("user.erased");

  private final Outbox outbox;

  PersonOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void created(PersonSnapshot person) {
    tell(CREATED, person);
  }

  @Override
  public void updated(PersonSnapshot person) {
    tell(UPDATED, person);
  }

  @Override
  public void deactivated(PersonSnapshot person) {
    tell(DEACTIVATED, person);
  }

  @Override
  public void erased(UUID id, long version, Instant at) {
    outbox.append(ERASED, id, id, version, at, new PersonErased(id));
  }

  private void tell(EventType type, PersonSnapshot person) {
    outbox.append(
        type,
        person.id(),
        person.id(),
        person.version(),
        person.changedAt(),
        PersonTold.of(person));
  }
}
