package com.accordenergie.auth.partner;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Giving partners what they log in with, and taking it back. Each credential is an OAuth 2.0 client of
 * its own, so that an old and a new one serve side by side, and one can end without the other.
 */
@Service
public class Credentials {

  public static final ProblemType PARTNER_RETIRED =
      new ProblemType("partner-retired", HttpStatus.CONFLICT, "This partner is retired");

  public static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-credentials", HttpStatus.CONFLICT, "This partner has enough credentials");

  public static final ProblemType ENDED =
      new ProblemType("credential-ended", HttpStatus.CONFLICT, "This credential has ended");

  static final int MOST_LIVING = 5;
  static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  private static final String LIST = "partner credentials";

  private final PartnerLookup lookup;
  private final Partners partners;
  private final CredentialRows rows;
  private final PasswordEncoder secrets;
  private final CredentialEvents events;
  private final TransactionOperations transaction;
  private final Clock clock;

  Credentials(
      PartnerLookup lookup,
      Partners partners,
      CredentialRows rows,
      PasswordEncoder secrets,
      CredentialEvents events,
      TransactionOperations transaction,
      Clock clock) {
    this.lookup = lookup;
    this.partners = partners;
    this.rows = rows;
    this.secrets = secrets;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Looks the partner up before any row is locked: it may take a call to another service.
   *
   * @param publicKey a JWK, exactly for {@link CredentialKind#PRIVATE_KEY_JWT}
   */
  public IssuedCredential issue(
      UUID partner, CredentialKind kind, @Nullable Map<String, Object> publicKey, Caller by) {
    known(partner);
    PartnerKey key = acceptedKey(kind, publicKey);
    return transaction.execute(
        status -> {
          return add(lockUnlessRetired(partner), kind, key, null, by);
        });
  }

  /**
   * Another one of the same kind, while the old one serves a little longer.
   *
   * @param overlap how long the old one still serves
   */
  public IssuedCredential rotate(
      UUID partner,
      UUID id,
      Duration overlap,
      @Nullable Map<String, Object> publicKey,
      Caller by) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw Problems.invalid("#/overlap", "It takes from PT0S to P7D.");
    }
    known(partner);
    CredentialKind kind = find(partner, id).kind();
    PartnerKey key = acceptedKey(kind, publicKey);
    return transaction.execute(
        status -> {
          Partner locked = lockUnlessRetired(partner);
          Instant now = clock.instant();
          if (find(partner, id).stateAt(now) == CredentialState.ENDED) {
            throw new ProblemException(ENDED, "Issue a new one instead.");
          }
          rows.end(id, now.plus(overlap));
          return add(locked, kind, key, find(partner, id), by);
        });
  }

  /** From this moment on it opens nothing; tokens it led to end by themselves, within a minute. */
  public void revoke(UUID partner, UUID id, Caller by) {
    known(partner);
    transaction.executeWithoutResult(
        status -> {
          Partner locked = partners.lock(partner).orElseThrow(Problems::notFound);
          find(partner, id);
          if (rows.end(id, clock.instant())) {
            events.revoked(locked, find(partner, id), by);
          }
        });
  }

  /** Newest first; those that ended are shown until they are forgotten. */
  public Page<Credential> list(UUID partner, PageRequest request) {
    known(partner);
    Cursor cursor = Cursor.decode(LIST + partner, request.cursor());
    return Page.of(
        rows.page(partner, cursor == null ? null : cursor.uuid(0), request.limit() + 1),
        request,
        last -> Cursor.encode(LIST + partner, last.id()));
  }

  public Credential read(UUID partner, UUID id) {
    known(partner);
    return find(partner, id);
  }

  private IssuedCredential add(
      Partner partner,
      CredentialKind kind,
      @Nullable PartnerKey key,
      @Nullable Credential replaced,
      Caller by) {
    Instant now = clock.instant();
    if (rows.living(partner.id(), now) >= MOST_LIVING) {
      throw new ProblemException(TOO_MANY, "Revoke one of the " + MOST_LIVING + " that it has.");
    }
    ClientSecret secret = key == null ? ClientSecret.random() : null;
    var credential =
        new Credential(
            Ids.next(),
            partner.id(),
            kind,
            secret == null ? null : secrets.encode(secret.value()),
            key == null ? null : key.text(),
            now,
            by.id(),
            null,
            null);
    rows.add(credential);
    events.issued(partner, credential, replaced, by);
    return new IssuedCredential(credential, secret == null ? null : secret.value());
  }

  private void known(UUID partner) {
    lookup.find(partner).orElseThrow(Problems::notFound);
  }

  private Partner lockUnlessRetired(UUID id) {
    Partner partner = partners.lock(id).orElseThrow(Problems::notFound);
    if (partner.isRetired()) {
      throw new ProblemException(PARTNER_RETIRED, "It gets no token ever again.");
    }
    return partner;
  }

  private Credential find(UUID partner, UUID id) {
    return rows.find(partner, id).orElseThrow(Problems::notFound);
  }

  private static @Nullable PartnerKey acceptedKey(
      CredentialKind kind, @Nullable Map<String, Object> sent) {
    if (kind == CredentialKind.SECRET) {
      if (sent != null) {
        throw Problems.invalid("#/publicKey", "A secret has no public key.");
      }
      return null;
    }
    if (sent == null) {
      throw Problems.invalid("#/publicKey", "The public key is needed, as a JSON Web Key.");
    }
    try {
      return PartnerKey.accept(sent);
    } catch (IllegalArgumentException refused) {
      throw Problems.invalid("#/publicKey", refused.getMessage());
    }
  }
}
