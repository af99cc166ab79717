package com.accordenergie.user.client;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All clients. */
interface Clients extends Repository<Client, UUID> {

  Client saveAndFlush(Client client);

  Optional<Client> findById(UUID id);

  boolean existsById(UUID id);

  /** The client, which nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Client c where c.id = :id")
  Optional<Client> lock(UUID id);
}
