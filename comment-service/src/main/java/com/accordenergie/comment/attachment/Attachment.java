package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.comment.ChangeWindow;
import com.accordenergie.comment.Visibility;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture that somebody attached to an intervention. For a quarter of an hour its author may take
 * it away again; all that is left then is that something was there, by whom and when.
 */
@Entity
@Table(name = "attachment")
class Attachment {

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
  private AttachmentKind kind;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  private @Nullable String caption;

  private @Nullable String signer;

  private @Nullable Instant takenAt;

  @Column(updatable = false)
  private String mediaType;

  @Column(updatable = false)
  private int size;

  @Column(updatable = false)
  private int width;

  @Column(updatable = false)
  private int height;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant changedAt;

  private @Nullable Instant removedAt;

  @Version private long version = 1;

  @SuppressWarnings("NullAway.Init")
  protected Attachment() {
    // for JPA
  }

  Attachment(
      UUID id,
      UUID interventionId,
      Caller author,
      NewAttachment what,
      Picture picture,
      Instant createdAt) {
    this.id = id;
    this.interventionId = interventionId;
    this.authorId = author.id();
    this.authorRole = author.role();
    this.kind = what.kind();
    this.visibility = Objects.requireNonNull(what.visibility());
    this.caption = what.caption();
    this.signer = what.signer();
    this.takenAt = what.takenAt();
    this.mediaType = picture.mediaType();
    this.size = picture.content().length;
    this.width = picture.width();
    this.height = picture.height();
    this.createdAt = createdAt;
    this.changedAt = createdAt;
  }

  /** Answers 403 for what is not the author's to attach, then 422 for what makes no sense. */
  static void requirePossible(Caller author, NewAttachment what) {
    if (author.isClient() && what.visibility() == Visibility.INTERNAL) {
      throw Problems.forbidden("Internal photos are not yours to attach.");
    }
    if (author.isClient() && what.kind() == AttachmentKind.SIGNATURE) {
      throw Problems.forbidden("A signature is taken by whoever did the work.");
    }
    what.requireSense();
  }

  /** Answers 403 to everybody but the author, and to the author once the window is over. */
  void requireRemovableBy(Caller caller, Instant at) {
    if (!caller.is(authorId)) {
      throw Problems.forbidden("It is somebody else's attachment.");
    }
    if (ChangeWindow.openUntil(createdAt, at) == null) {
      throw new ProblemException(
              AttachmentProblems.WINDOW_OVER, "An attachment can be removed for 15 minutes.")
          .with("removableUntil", ChangeWindow.endOf(createdAt));
    }
  }

  void remove(Instant at) {
    caption = null;
    signer = null;
    takenAt = null;
    changedAt = at;
    removedAt = at;
  }

  boolean isRemoved() {
    return removedAt != null;
  }

  AttachmentChanged tell(UUID clientId) {
    return new AttachmentChanged(
        id,
        interventionId,
        clientId,
        kind,
        visibility,
        authorId,
        authorRole,
        visibility == Visibility.PUBLIC ? caption : null,
        signer,
        takenAt,
        isRemoved() ? null : mediaType,
        isRemoved() ? null : size,
        createdAt,
        changedAt);
  }

  UUID id() {
    return id;
  }

  UUID interventionId() {
    return interventionId;
  }

  Visibility visibility() {
    return visibility;
  }

  AttachmentKind kind() {
    return kind;
  }

  String mediaType() {
    return mediaType;
  }

  int size() {
    return size;
  }

  Instant changedAt() {
    return changedAt;
  }

  long version() {
    return version;
  }
}
