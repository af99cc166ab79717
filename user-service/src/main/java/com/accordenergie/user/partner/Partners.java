package com.accordenergie.user.partner;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All partners. */
interface Partners extends Repository<Partner, UUID> {

  Partner saveAndFlush(Partner partner);

  Optional<Partner> findById(UUID id);

  @Query("select distinct p from Partner p left join fetch p.clientIds where p.state <> 'RETIRED'")
  List<Partner> findPresent();

  /** The partner, which nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Partner p where p.id = :id")
  Optional<Partner> lock(UUID id);
}
