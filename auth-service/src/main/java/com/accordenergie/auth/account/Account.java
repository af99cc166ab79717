package com.accordenergie.auth.account;

import com.accordenergie.platform.identity.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in, and with what. An account opens when its person is heard of, follows every later
 * change of the person, gets a password by invitation, and closes when the person leaves; it may
 * open again. What is known of the person is replaced as a whole, and only by what is newer.
 */
@Entity
@Table(name = "account")
public class Account {

  @Id private UUID id;
  private String username;
  private String email;
  private String displayName;

  @Enumerated(EnumType.STRING)
  private Role role;

  private @Nullable UUID clientId;
  private boolean active;
  private long personSequence;
  private @Nullable String passwordHash;
  private @Nullable Instant passwordSetAt;

  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  /** False when the same or something newer is known already. */
  boolean follow(Person person, long sequence) {
    if (sequence <= personSequence) {
      return false;
    }
    username = person.username();
    email = person.email();
    displayName = person.displayName();
    role = person.role();
    clientId = person.clientId();
    active = person.active();
    personSequence = sequence;
    return true;
  }

  /** Keeps nothing of the person but the id, which older events may still name. */
  void forget(long sequence) {
    username = id.toString();
    email = "";
    displayName = "";
    active = false;
    passwordHash = null;
    passwordSetAt = null;
    personSequence = Math.max(sequence, personSequence);
  }

  void choosePassword(String hash, Instant now) {
    passwordHash = hash;
    passwordSetAt = now;
  }

  public UUID id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String email() {
    return email;
  }

  public String displayName() {
    return displayName;
  }

  public Role role() {
    return role;
  }

  public @Nullable UUID clientId() {
    return clientId;
  }

  public boolean isActive() {
    return active;
  }

  public boolean hasPassword() {
    return passwordHash != null;
  }

  public Optional<Instant> passwordSetAt() {
    return Optional.ofNullable(passwordSetAt);
  }

  /** Empty while no password has been chosen, and for whoever has left. */
  public Optional<String> usableHash() {
    return active ? Optional.ofNullable(passwordHash) : Optional.empty();
  }
}
