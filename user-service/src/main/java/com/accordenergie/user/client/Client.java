package com.accordenergie.user.client;

import com.accordenergie.user.aggregate.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody the company works for. Retired, they stay: their interventions tell of them. */
@Entity
@Table(name = "client")
class Client extends Aggregate {

  @Column(updatable = false)
  private String code;

  private String name;
  private @Nullable String contactName;
  private @Nullable String phone;
  private @Nullable String email;
  private boolean active;

  @SuppressWarnings("NullAway.Init")
  protected Client() {
    // for JPA
  }

  @SuppressWarnings("NullAway.Init")
  Client(UUID id, String code, ClientDetails details, Instant at) {
    super(id, at);
    this.code = code;
    take(new ClientState(details, true));
  }

  ClientState state() {
    return new ClientState(new ClientDetails(name, contactName, phone, email), active);
  }

  void become(ClientState state, Instant at) {
    take(state);
    changed(at);
  }

  private void take(ClientState state) {
    name = state.details().name();
    contactName = state.details().contactName();
    phone = state.details().phone();
    email = state.details().email();
    active = state.active();
  }

  boolean isActive() {
    return active;
  }

  ClientSnapshot snapshot() {
    return new ClientSnapshot(
        getId(), code, state().details(), active, createdAt(), changedAt(), version());
  }
}
