package com.accordenergie.intervention.work;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All interventions. */
interface Interventions extends Repository<Intervention, UUID> {

  Optional<Intervention> findById(UUID id);

  /** Whoever changes one holds its row until the change is committed. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from Intervention i where i.id = :id")
  Optional<Intervention> findForChange(UUID id);

  Intervention saveAndFlush(Intervention intervention);
}
