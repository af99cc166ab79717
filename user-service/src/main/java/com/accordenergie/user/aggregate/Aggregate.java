package com.accordenergie.user.aggregate;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/**
 * Something with an id of its own and versions 1..n, of which each one is told by exactly one event.
 * It knows whether it is stored, so that storing a new one asks the database nothing.
 */
@MappedSuperclass
public abstract class Aggregate implements Persistable<UUID> {

  @Id private UUID id;

  @Version private long version = 1;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant changedAt;

  @Transient private boolean stored;

  @SuppressWarnings("NullAway.Init")
  protected Aggregate() {
    // for JPA
  }

  protected Aggregate(UUID id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
    this.changedAt = createdAt;
  }

  protected final void changed(Instant at) {
    changedAt = at;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }

  @Override
  public final UUID getId() {
    return id;
  }

  @Override
  public final boolean isNew() {
    return !stored;
  }

  public final long version() {
    return version;
  }

  public final Instant createdAt() {
    return createdAt;
  }

  public final Instant changedAt() {
    return changedAt;
  }
}
