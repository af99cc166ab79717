package com.accordenergie.auth.invitation;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.auth.password.Passwords;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Accepting an invitation: its link is opened, a password chosen, and the link opens nothing more. */
@Service
public class Activation {

  private final Invitations invitations;
  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordChoice passwordChoice;
  private final TransactionOperations transaction;
  private final Clock clock;

  Activation(
      Invitations invitations,
      Accounts accounts,
      Passwords passwords,
      PasswordChoice passwordChoice,
      TransactionOperations transaction,
      Clock clock) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.passwords = passwords;
    this.passwordChoice = passwordChoice;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Who is invited by a link; empty when it opens nothing. */
  public Optional<Account> invited(String token) {
    return invitations
        .findByTokenHash(new InvitationToken(token).hash())
        .filter(this::isPending)
        .flatMap(invitation -> accounts.findById(invitation.account()))
        .filter(Account::isActive);
  }

  /** False when the link opens nothing any more, perhaps since a moment ago. */
  public boolean accept(String token, String password) {
    String hash = passwords.hash(password);
    return Boolean.TRUE.equals(transaction.execute(status -> acceptOnce(token, hash)));
  }

  /** Whoever changes an invitation holds its account; so of two who accept at once, one does. */
  private boolean acceptOnce(String token, String hash) {
    byte[] tokenHash = new InvitationToken(token).hash();
    Optional<Account> account =
        invitations
            .accountInvitedBy(tokenHash)
            .flatMap(accounts::lock)
            .filter(Account::isActive);
    Optional<Invitation> invitation =
        account.flatMap(locked -> invitations.findByTokenHash(tokenHash)).filter(this::isPending);
    if (account.isEmpty() || invitation.isEmpty()) {
      return false;
    }
    invitation.get().accept(clock.instant());
    passwordChoice.choose(account.get(), hash);
    return true;
  }

  private boolean isPending(Invitation invitation) {
    return invitation.stateAt(clock.instant()) == InvitationState.PENDING;
  }
}
