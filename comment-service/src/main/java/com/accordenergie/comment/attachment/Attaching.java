package com.accordenergie.comment.attachment;

import com.accordenergie.comment.Admission;
import com.accordenergie.comment.Admissions;
import com.accordenergie.comment.ThreadEntries;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Attaches pictures and takes them away. As with comments, whether the caller may take part is
 * settled before a transaction begins; and so is drawing the picture, which takes a while.
 */
@Service
public class Attaching {

  private final Attachments attachments;
  private final PictureStore pictures;
  private final PictureMaker maker;
  private final AttachmentReading reading;
  private final ThreadEntries entries;
  private final Admissions admissions;
  private final Outbox outbox;
  private final EntityManager entityManager;
  private final TransactionTemplate transaction;

  Attaching(
      Attachments attachments,
      PictureStore pictures,
      PictureMaker maker,
      AttachmentReading reading,
      ThreadEntries entries,
      Admissions admissions,
      Outbox outbox,
      EntityManager entityManager,
      TransactionTemplate transaction) {
    this.attachments = attachments;
    this.pictures = pictures;
    this.maker = maker;
    this.reading = reading;
    this.entries = entries;
    this.admissions = admissions;
    this.outbox = outbox;
    this.entityManager = entityManager;
    this.transaction = transaction;
  }

  /**
   * @param file as it was sent, whatever it is
   * @param at when it is attached
   * @return the new attachment's id
   */
  public UUID add(
      Caller author, UUID interventionId, NewAttachment what, InputStreamSource file, Instant at) {
    Admission admission = admissions.admitToAdd(author, interventionId, what.takenAt());
    Attachment.requirePossible(author, what);
    Picture picture = maker.make(file, what.kind());
    var attachment =
        new Attachment(Ids.at(at), admission.interventionId(), author, what, picture, at);
    transaction.executeWithoutResult(
        status -> {
          entityManager.persist(attachment);
          entityManager.flush();
          pictures.keep(attachment.id(), picture);
          entries.add(
              attachment.interventionId(),
              at,
              attachment.id(),
              ThreadEntries.Kind.ATTACHMENT,
              attachment.visibility(),
              author.id());
          tell(AttachmentChanged.ADDED, attachment, admission);
        });
    return attachment.id();
  }

  /**
   * Leaves a tombstone in the thread, and nothing of the picture.
   *
   * @return the tombstone's version
   */
  public long remove(Caller caller, UUID attachmentId, IfMatch ifMatch, Instant at) {
    Attachment seen = reading.find(caller, attachmentId);
    Admission admission = admissions.admit(caller, seen.interventionId());
    return transaction.execute(
        status -> {
          Attachment attachment = present(attachmentId);
          attachment.requireRemovableBy(caller, at);
          ifMatch.check(attachment.version());
          attachment.remove(at);
          pictures.forget(attachmentId);
          entityManager.flush();
          tell(AttachmentChanged.REMOVED, attachment, admission);
          return attachment.version();
        });
  }

  private Attachment present(UUID id) {
    return attachments
        .findLockedById(id)
        .filter(attachment -> !attachment.isRemoved())
        .orElseThrow(Problems::notFound);
  }

  private void tell(EventType type, Attachment attachment, Admission admission) {
    outbox.append(
        type,
        attachment.interventionId(),
        attachment.id(),
        attachment.version(),
        attachment.changedAt(),
        attachment.tell(admission.clientId()));
  }
}
