package com.accordenergie.auth.partner.messaging;

import com.accordenergie.auth.partner.Credential;
import com.accordenergie.auth.partner.CredentialEvents;
import com.accordenergie.auth.partner.CredentialKind;
import com.accordenergie.auth.partner.Partner;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves what became of credentials in the outbox: each is issued, and at most once revoked. */
@Component
class CredentialOutbox implements CredentialEvents {

  private static final EventType ISSUED = EventType.v1("partner.credential-issued");
  private static final EventType REVOKED = EventType.v1("partner.credential-revoked");

  private final Outbox outbox;

  CredentialOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void issued(
      Partner partner, Credential credential, @Nullable Credential replaced, Caller by) {
    append(
        ISSUED,
        1,
        credential.createdAt(),
        new Issued(
            credential.id(),
            partner.id(),
            partner.name(),
            credential.kind(),
            replaced == null ? null : new Replaced(replaced.id(), end(replaced)),
            credential.createdAt(),
            new ChangedBy(by.id(), by.role())));
  }

  @Override
  public void revoked(Partner partner, Credential credential, Caller by) {
    append(
        REVOKED,
        2,
        end(credential),
        new Revoked(
            credential.id(),
            partner.id(),
            partner.name(),
            credential.kind(),
            end(credential),
            new ChangedBy(by.id(), by.role())));
  }

  private void append(EventType type, long sequence, Instant time, Told data) {
    outbox.append(type, data.partnerId(), data.id(), sequence, time, data);
  }

  private static Instant end(Credential ended) {
    return Objects.requireNonNull(ended.endsAt());
  }

  private sealed interface Told {
    UUID id();

    UUID partnerId();
  }

  private record Issued(
      UUID id,
      UUID partnerId,
      String name,
      CredentialKind kind,
      @Nullable Replaced replaces,
      Instant changedAt,
      ChangedBy changedBy)
      implements Told {}

  private record Revoked(
      UUID id,
      UUID partnerId,
      String name,
      CredentialKind kind,
      Instant changedAt,
      ChangedBy changedBy)
      implements Told {}

  private record Replaced(UUID id, Instant endsAt) {}

  private record ChangedBy(UUID id, Role role) {}
}
