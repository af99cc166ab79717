package com.accordenergie.user.client;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All clients. */
interface Clients extends Repository<Client, UUID> {

  Client saveAndFlush(Client client);

  List<Client> saveAll(Iterable<Client> clients);

  List<Client> findAllById(Iterable<UUID> ids);

  void flush();

  Optional<Client> findById(UUID id);

  boolean existsById(UUID id);

  /** Those of them that there are. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Client c where c.id in :ids order by c.id")
  List<Client> lockAll(Collection<UUID> ids);

  /** The client, which nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Client c where c.id = :id")
  Optional<Client> lock(UUID id);
}
