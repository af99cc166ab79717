package com.accordenergie.user.site;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All sites. */
interface Sites extends Repository<Site, UUID> {

  Site saveAndFlush(Site site);

  List<Site> saveAll(Iterable<Site> sites);

  void flush();

  Optional<Site> findByIdAndClientId(UUID id, UUID clientId);

  /** The site, which nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select s from Site s where s.id = :id and s.clientId = :clientId")
  Optional<Site> lock(UUID id, UUID clientId);
}
