package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about an intervention. For a quarter of an hour its author may correct it or
 * take it back; after that it stands. Taken back, it leaves a tombstone: that something was said, by
 * whom and when, but no longer what.
 */
@Entity
@Table(name = "comment")
class Comment {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID interventionId;

  @Column(updatable = false)
  private UUID authorId;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  private Role authorRole;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  private @Nullable String body;

  @Column(updatable = false)
  private @Nullable Instant writtenAt;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant changedAt;

  private @Nullable Instant removedAt;

  @Version private long version = 1;

  @SuppressWarnings("NullAway.Init")
  protected Comment() {
    // for JPA
  }

  Comment(
      UUID id,
      UUID interventionId,
      Caller author,
      Visibility visibility,
      String body,
      @Nullable Instant writtenAt,
      Instant createdAt) {
    if (author.isClient() && visibility == Visibility.INTERNAL) {
      throw Problems.forbidden("Internal comments are not yours to write.");
    }
    this.id = id;
    this.interventionId = interventionId;
    this.authorId = author.id();
    this.authorRole = author.role();
    this.visibility = visibility;
    this.body = body;
    this.writtenAt = WritingTime.of(writtenAt, createdAt);
    this.createdAt = createdAt;
    this.changedAt = createdAt;
  }

  /** Answers 403 to everybody but the author, and to the author once the window is over. */
  void requireChangeableBy(Caller caller, Instant at) {
    requireAuthor(caller);
    if (ChangeWindow.openUntil(createdAt, at) == null) {
      throw new ProblemException(
              CommentProblems.WINDOW_OVER, "A comment can be changed for 15 minutes.")
          .with("changeableUntil", ChangeWindow.endOf(createdAt));
    }
  }

  /** The history of a comment is for its author and for the admin. */
  void requireHistoryFor(Caller caller) {
    if (!caller.isAdmin()) {
      requireAuthor(caller);
    }
  }

  private void requireAuthor(Caller caller) {
    if (!caller.is(authorId)) {
      throw Problems.forbidden("It is somebody else's comment.");
    }
  }

  /** Answers 409 when it was taken back. */
  void requirePresent() {
    if (removedAt != null) {
      throw new ProblemException(CommentProblems.REMOVED, "It was removed by its author.");
    }
  }

  boolean says(String text) {
    return text.equals(body);
  }

  void edit(String text, Instant at) {
    body = text;
    changedAt = at;
  }

  void remove(Instant at) {
    body = null;
    changedAt = at;
    removedAt = at;
  }

  /** What the comment says now, to be kept before it is replaced; null when it was taken back. */
  @Nullable CommentRevision revision() {
    return body == null ? null : new CommentRevision(version, body, changedAt);
  }

  /** The latest step of its history. */
  CommentVersion present() {
    return body == null
        ? CommentVersion.removed(version, changedAt)
        : CommentVersion.saying(version, body, changedAt);
  }

  CommentChanged tell(UUID clientId) {
    return new CommentChanged(
        id,
        interventionId,
        clientId,
        visibility,
        authorId,
        authorRole,
        visibility == Visibility.PUBLIC ? body : null,
        writtenAt,
        createdAt,
        changedAt);
  }

  UUID id() {
    return id;
  }

  UUID interventionId() {
    return interventionId;
  }

  UUID authorId() {
    return authorId;
  }

  Visibility visibility() {
    return visibility;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant changedAt() {
    return changedAt;
  }

  long version() {
    return version;
  }
}
