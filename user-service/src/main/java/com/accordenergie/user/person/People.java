package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All people but those who were erased. */
interface People extends Repository<Person, UUID> {

  Person saveAndFlush(Person person);

  List<Person> saveAll(Iterable<Person> people);

  void flush();

  @Query("select p from Person p where p.id = :id and p.erasedAt is null")
  Optional<Person> find(UUID id);

  /** The person, whom nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Person p where p.id = :id and p.erasedAt is null")
  Optional<Person> lock(UUID id);

  /** Whether the id was ever given, to somebody erased meanwhile too. */
  boolean existsById(UUID id);

  boolean existsByRoleAndActiveTrueAndIdNot(Role role, UUID id);

  boolean existsByClientIdAndActiveTrue(UUID clientId);

  /** Lets one after the other through until the transaction ends. */
  @Query(value = "select id from admin_turn for update", nativeQuery = true)
  int takeTurn();
}
