package com.accordenergie.user.person;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.aggregate.Taken;
import com.accordenergie.user.client.ClientReferences;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in, changes them, and lets them go. Rows are locked in this order: the person, their
 * client, the admins' turn.
 */
@Service
@Transactional
public class PeopleManagement {

  private static final Map<String, String> UNIQUE =
      Map.of("person_username", "username", "person_email", "email");

  private final People people;
  private final PeopleIndex index;
  private final ClientReferences clients;
  private final Rules rules;
  private final PersonEvents events;
  private final List<PersonalData> personal;

  PeopleManagement(
      People people,
      PeopleIndex index,
      ClientReferences clients,
      Rules rules,
      PersonEvents events,
      List<PersonalData> personal) {
    this.people = people;
    this.index = index;
    this.clients = clients;
    this.rules = rules;
    this.events = events;
    this.personal = personal;
  }

  public PersonSnapshot register(UUID id, PersonDetails details, Instant at) {
    rules.check(details);
    requireClientOf(details);
    PersonSnapshot registered = store(new Person(id, details, at));
    events.created(registered);
    return registered;
  }

  /**
   * Registers many at once, each told by their event.
   *
   * @param details of those who belong to no client, each checked before
   */
  public void registerAll(List<PersonDetails> details, Instant at) {
    List<Person> registered =
        details.stream().map(each -> new Person(Ids.next(), each, at)).toList();
    try {
      people.saveAll(registered);
      people.flush();
    } catch (DataIntegrityViolationException twin) {
      throw Taken.explain(twin, UNIQUE);
    }
    for (Person person : registered) {
      index.write(person.snapshot());
      events.created(person.snapshot());
    }
  }

  /** Changes nothing, and tells nobody, when the person is like that already. */
  public PersonSnapshot change(
      Caller caller, Whom whom, IfMatch ifMatch, UnaryOperator<PersonState> edit, Instant at) {
    Person person = lock(whom, ifMatch);
    PersonState before = person.state();
    PersonState after = edit.apply(before);
    rules.check(after.details());
    if (after.equals(before)) {
      return person.snapshot();
    }
    boolean comesBack = after.active() && !before.active();
    if (comesBack || movesToAnotherClient(before, after)) {
      requireClientOf(after.details());
    }
    if (before.isActiveAdmin() && !after.isActiveAdmin()) {
      requireAnotherAdmin(caller, whom.id());
    }
    person.become(after, at);
    PersonSnapshot changed = store(person);
    if (before.active() && !after.active()) {
      events.deactivated(changed);
    } else {
      events.updated(changed);
    }
    return changed;
  }

  /** They may no longer log in. */
  public PersonSnapshot deactivate(Caller caller, Whom whom, IfMatch ifMatch, Instant at) {
    return change(caller, whom, ifMatch, PersonState::inactive, at);
  }

  /**
   * Forgets all that is personal, for good.
   *
   * @return the last version
   */
  public long erase(Caller caller, Whom whom, IfMatch ifMatch, Instant at) {
    Person person = lock(whom, ifMatch);
    if (caller.is(whom.id())) {
      throw PersonProblems.ownAccount();
    }
    if (person.state().isActiveAdmin()) {
      requireAnotherAdmin(caller, whom.id());
    }
    person.erase(at);
    people.saveAndFlush(person);
    index.forget(whom.id());
    personal.forEach(data -> data.forget(whom.id()));
    events.erased(whom.id(), person.version(), at);
    return person.version();
  }

  @Transactional(readOnly = true)
  public PersonSnapshot find(Whom whom) {
    return people
        .find(whom.id())
        .filter(person -> person.has(whom.role()))
        .map(Person::snapshot)
        .orElseThrow(Problems::notFound);
  }

  /** Whether the id was ever given. */
  @Transactional(readOnly = true)
  public boolean isKnown(UUID id) {
    return people.existsById(id);
  }

  private Person lock(Whom whom, IfMatch ifMatch) {
    Person person =
        people
            .lock(whom.id())
            .filter(found -> found.has(whom.role()))
            .orElseThrow(Problems::notFound);
    ifMatch.check(person.version());
    return person;
  }

  private PersonSnapshot store(Person person) {
    try {
      people.saveAndFlush(person);
    } catch (DataIntegrityViolationException twin) {
      throw Taken.explain(twin, UNIQUE);
    }
    PersonSnapshot stored = person.snapshot();
    index.write(stored);
    return stored;
  }

  private static boolean movesToAnotherClient(PersonState before, PersonState after) {
    return !Objects.equals(before.details().clientId(), after.details().clientId());
  }

  private void requireClientOf(PersonDetails details) {
    if (details.clientId() == null) {
      return;
    }
    switch (clients.lock(details.clientId())) {
      case UNKNOWN -> throw Problems.invalid("#/clientId", "There is no such client.");
      case RETIRED -> throw Problems.invalid("#/clientId", "The client was retired.");
      case ACTIVE -> {
        // Stays so until the transaction ends.
      }
    }
  }

  private void requireAnotherAdmin(Caller caller, UUID id) {
    if (caller.is(id)) {
      throw PersonProblems.ownAccount();
    }
    people.takeTurn();
    if (!people.existsByRoleAndActiveTrueAndIdNot(Role.ADMIN, id)) {
      throw PersonProblems.lastAdmin();
    }
  }
}
