package com.accordenergie.comment;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.Patch;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds, corrects and takes back comments. Whether the caller may take part is settled before a
 * transaction begins, since another service may have to be asked; it rests on what never changes of
 * a comment. What can change is checked again under its lock.
 */
@Service
public class Commenting {

  private final Comments comments;
  private final CommentRevisions revisions;
  private final ThreadEntries entries;
  private final Admissions admissions;
  private final Outbox outbox;
  private final EntityManager entityManager;
  private final TransactionTemplate transaction;

  Commenting(
      Comments comments,
      CommentRevisions revisions,
      ThreadEntries entries,
      Admissions admissions,
      Outbox outbox,
      EntityManager entityManager,
      TransactionTemplate transaction) {
    this.comments = comments;
    this.revisions = revisions;
    this.entries = entries;
    this.admissions = admissions;
    this.outbox = outbox;
    this.entityManager = entityManager;
    this.transaction = transaction;
  }

  /**
   * @param at when it is said
   * @return the new comment's id
   */
  public UUID add(
      Caller author, UUID interventionId, Visibility visibility, CommentBody body, Instant at) {
    return add(author, interventionId, visibility, body, null, at);
  }

  /**
   * @param writtenAt when it was written, if that was before it came
   * @param at when it came
   * @return the new comment's id
   */
  UUID add(
      Caller author,
      UUID interventionId,
      Visibility visibility,
      CommentBody body,
      @Nullable Instant writtenAt,
      Instant at) {
    Admission admission = admissions.admitToAdd(author, interventionId, writtenAt);
    var comment =
        new Comment(
            Ids.at(at),
            admission.interventionId(),
            author,
            visibility,
            body.text(),
            writtenAt,
            at);
    transaction.executeWithoutResult(
        status -> {
          entityManager.persist(comment);
          entityManager.flush();
          entries.add(
              comment.interventionId(),
              at,
              comment.id(),
              ThreadEntries.Kind.COMMENT,
              visibility,
              author.id());
          tell(CommentChanged.ADDED, comment, admission);
        });
    return comment.id();
  }

  /** Changes nothing, and tells nobody, when the comment already says so. */
  public void edit(
      Caller caller, UUID commentId, IfMatch ifMatch, Patch<CommentBody> body, Instant at) {
    Admission admission = admitted(caller, commentId);
    transaction.executeWithoutResult(
        status -> {
          Comment comment = changeable(caller, commentId, ifMatch, at);
          body.ifPresent(
              text -> {
                if (text != null && !comment.says(text.text())) {
                  keepRevision(comment);
                  comment.edit(text.text(), at);
                  entityManager.flush();
                  tell(CommentChanged.EDITED, comment, admission);
                }
              });
        });
  }

  /**
   * Leaves a tombstone.
   *
   * @return its version
   */
  public long remove(Caller caller, UUID commentId, IfMatch ifMatch, Instant at) {
    Admission admission = admitted(caller, commentId);
    return transaction.execute(
        status -> {
          Comment comment = changeable(caller, commentId, ifMatch, at);
          keepRevision(comment);
          comment.remove(at);
          entityManager.flush();
          tell(CommentChanged.REMOVED, comment, admission);
          return comment.version();
        });
  }

  /** The comment as its reader may see it; 404 whether it is internal, foreign or unknown. */
  Comment visible(Caller caller, UUID commentId) {
    Comment comment = find(caller, commentId);
    admissions.admit(caller, comment.interventionId());
    return comment;
  }

  private Admission admitted(Caller caller, UUID commentId) {
    return admissions.admit(caller, find(caller, commentId).interventionId());
  }

  private Comment find(Caller caller, UUID commentId) {
    return (caller.isClient()
            ? comments.findByIdAndVisibility(commentId, Visibility.PUBLIC)
            : comments.findById(commentId))
        .orElseThrow(admissions::notFound);
  }

  private Comment changeable(Caller caller, UUID commentId, IfMatch ifMatch, Instant at) {
    Comment comment = comments.findLockedById(commentId).orElseThrow(Problems::notFound);
    comment.requireChangeableBy(caller, at);
    ifMatch.check(comment.version());
    comment.requirePresent();
    return comment;
  }

  private void keepRevision(Comment comment) {
    CommentRevision revision = comment.revision();
    if (revision != null) {
      revisions.keep(comment.id(), revision);
    }
  }

  private void tell(EventType type, Comment comment, Admission admission) {
    outbox.append(
        type,
        comment.interventionId(),
        comment.id(),
        comment.version(),
        comment.changedAt(),
        comment.tell(admission.clientId()));
  }
}
