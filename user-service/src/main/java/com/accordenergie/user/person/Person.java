package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.aggregate.Aggregate;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who logs in. They come, change, and leave: inactive, they may come back; erased, nothing of
 * them is left but the id that others hold.
 */
@Entity
@Table(name = "person")
class Person extends Aggregate {

  private @Nullable String username;
  private @Nullable String email;
  private @Nullable String displayName;

  @Enumerated(EnumType.STRING)
  private Role role;

  private @Nullable UUID clientId;
  private @Nullable String phone;

  @Convert(converter = Skills.class)
  private List<String> skills;

  private boolean active;
  private @Nullable Instant erasedAt;

  @SuppressWarnings("NullAway.Init")
  protected Person() {
    // for JPA
  }

  @SuppressWarnings("NullAway.Init")
  Person(UUID id, PersonDetails details, Instant at) {
    super(id, at);
    take(new PersonState(details, true));
  }

  PersonState state() {
    return new PersonState(
        new PersonDetails(username, email, displayName, role, clientId, phone, skills), active);
  }

  void become(PersonState state, Instant at) {
    take(state);
    changed(at);
  }

  private void take(PersonState state) {
    username = state.details().username();
    email = state.details().email();
    displayName = state.details().displayName();
    role = state.details().role();
    clientId = state.details().clientId();
    phone = state.details().phone();
    skills = state.details().skills();
    active = state.active();
  }

  void erase(Instant at) {
    username = null;
    email = null;
    displayName = null;
    phone = null;
    skills = List.of();
    active = false;
    erasedAt = at;
    changed(at);
  }

  boolean has(@Nullable Role wanted) {
    return wanted == null || role == wanted;
  }

  PersonSnapshot snapshot() {
    return new PersonSnapshot(
        getId(), state().details(), active, createdAt(), changedAt(), version());
  }
}
