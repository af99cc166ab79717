package com.accordenergie.auth.invitation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link with which one person may choose a password, once, for three days. An account has one at
 * most: a new one takes the place of the old, whose link then opens nothing.
 */
@Entity
@Table(name = "invitation")
class Invitation {

  static final Duration VALIDITY = Duration.ofHours(72);

  @Id private UUID accountId;
  private byte[] tokenHash;
  private Instant createdAt;
  private Instant expiresAt;
  private @Nullable Instant acceptedAt;

  @SuppressWarnings("NullAway.Init")
  protected Invitation() {}

  Invitation(UUID account, InvitationToken token, Instant now) {
    this.accountId = account;
    renew(token, now);
  }

  void renew(InvitationToken token, Instant now) {
    tokenHash = token.hash();
    createdAt = now;
    expiresAt = now.plus(VALIDITY);
    acceptedAt = null;
  }

  void accept(Instant now) {
    if (stateAt(now) != InvitationState.PENDING) {
      throw new IllegalStateException("This invitation opens nothing any more");
    }
    acceptedAt = now;
  }

  InvitationState stateAt(Instant now) {
    if (acceptedAt != null) {
      return InvitationState.ACCEPTED;
    }
    return expiresAt.isAfter(now) ? InvitationState.PENDING : InvitationState.EXPIRED;
  }

  UUID account() {
    return accountId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant acceptedAt() {
    return acceptedAt;
  }
}
