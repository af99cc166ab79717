package com.accordenergie.comment.attachment;

import com.accordenergie.comment.Visibility;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** All attachments. */
interface Attachments extends Repository<Attachment, UUID> {

  Optional<Attachment> findById(UUID id);

  Optional<Attachment> findByIdAndVisibility(UUID id, Visibility visibility);

  /** The attachment, which nobody else changes before the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Attachment> findLockedById(UUID id);
}
