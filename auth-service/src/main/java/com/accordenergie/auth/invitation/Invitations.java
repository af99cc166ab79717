package com.accordenergie.auth.invitation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All invitations, one for each account that was ever invited. */
interface Invitations extends Repository<Invitation, UUID> {

  Optional<Invitation> findByAccountId(UUID account);

  Optional<Invitation> findByTokenHash(byte[] hash);

  /** Whose account to lock before the invitation itself is read. */
  @Query("select accountId from Invitation where tokenHash = :hash")
  Optional<UUID> accountInvitedBy(byte[] hash);

  Invitation save(Invitation invitation);
}
