package com.accordenergie.auth.account;

import com.accordenergie.platform.identity.Role;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All accounts. */
public interface Accounts extends Repository<Account, UUID> {

  Optional<Account> findById(UUID id);

  /** Keeps everybody else from changing the account until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from Account where id = :id")
  Optional<Account> lock(UUID id);

  /** More than one while two people swap their names and only one event has arrived. */
  List<Account> findByUsername(String username);

  List<Account> findByActiveTrueAndPasswordHashIsNull();

  List<Account> findByRoleAndActiveTrue(Role role);

  /**
   * Makes the empty row of a person first heard of, which following fills; changes nothing when
   * somebody else has made it. An upsert, because it takes the exclusive lock at once: several who
   * merely ignore the duplicate share a lock, and deadlock when they go on.
   */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into account
            (id, username, email, display_name, role, active, person_sequence, created_at)
          values (:id, '', '', '', 'CLIENT', false, 0, :now)
          on duplicate key update person_sequence = person_sequence
          """)
  void reserve(UUID id, Instant now);
}
