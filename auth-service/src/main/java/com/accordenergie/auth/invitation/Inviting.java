package com.accordenergie.auth.invitation;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PersonLookup;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Inviting somebody to choose a password, the first one or another. */
@Service
public class Inviting {

  /** Somebody who has left is not invited back in by a link. */
  public static final ProblemType PERSON_INACTIVE =
      new ProblemType("person-inactive", HttpStatus.CONFLICT, "This person is deactivated");

  private final PersonLookup people;
  private final Accounts accounts;
  private final Invitations invitations;
  private final TransactionOperations transaction;
  private final Clock clock;
  private final String issuer;

  Inviting(
      PersonLookup people,
      Accounts accounts,
      Invitations invitations,
      TransactionOperations transaction,
      Clock clock,
      @Value("${accord.issuer}") String issuer) {
    this.people = people;
    this.accounts = accounts;
    this.invitations = invitations;
    this.transaction = transaction;
    this.clock = clock;
    this.issuer = issuer;
  }

  /** Looks the person up before any row is locked: it may take a call to another service. */
  public InvitationLink invite(UUID person) {
    Account known = people.find(person).orElseThrow(Problems::notFound);
    return transaction.execute(status -> inviteKnown(known.id()));
  }

  /** Empty when a link is on its way already, or a password is there. */
  public Optional<InvitationLink> inviteUnlessPending(UUID account) {
    return transaction.execute(
        status -> {
          Account locked = accounts.lock(account).orElseThrow();
          return locked.hasPassword() || stateOf(account).state() == InvitationState.PENDING
              ? Optional.empty()
              : Optional.of(inviteKnown(account));
        });
  }

  public InvitationStatus status(UUID person) {
    Account account = people.find(person).orElseThrow(Problems::notFound);
    return stateOf(account.id());
  }

  private InvitationLink inviteKnown(UUID id) {
    Account account = accounts.lock(id).orElseThrow(Problems::notFound);
    if (!account.isActive()) {
      throw new ProblemException(PERSON_INACTIVE, "Reactivate the person, then invite them.");
    }
    Instant now = clock.instant();
    InvitationToken token = InvitationToken.random();
    Invitation invitation =
        invitations
            .findByAccountId(id)
            .map(
                earlier -> {
                  earlier.renew(token, now);
                  return earlier;
                })
            .orElseGet(() -> invitations.save(new Invitation(id, token, now)));
    return new InvitationLink(
        issuer + "/activate?token=" + token.value(), invitation.expiresAt());
  }

  private InvitationStatus stateOf(UUID account) {
    return invitations
        .findByAccountId(account)
        .map(
            invitation ->
                new InvitationStatus(
                    invitation.stateAt(clock.instant()),
                    invitation.createdAt(),
                    invitation.expiresAt(),
                    invitation.acceptedAt()))
        .orElse(InvitationStatus.NEVER);
  }
}
