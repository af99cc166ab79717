package com.accordenergie.comment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** All comments. */
interface Comments extends Repository<Comment, UUID> {

  Optional<Comment> findById(UUID id);

  Optional<Comment> findByIdAndVisibility(UUID id, Visibility visibility);

  /** The comment, which nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Comment> findLockedById(UUID id);
}
