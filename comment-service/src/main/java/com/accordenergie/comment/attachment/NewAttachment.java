package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.comment.Visibility;
import com.accordenergie.platform.problem.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a picture that is attached.
 *
 * @param visibility never changes; a signature's need not be said
 * @param signer whose signature it is
 * @param takenAt when the device says that it was taken
 */
public record NewAttachment(
    @NotNull AttachmentKind kind,
    @Nullable Visibility visibility,
    @Nullable @Size(max = MAX_CAPTION) String caption,
    @Nullable @Size(max = MAX_SIGNER) String signer,
    @Nullable Instant takenAt) {

  static final int MAX_CAPTION = 200;
  static final int MAX_SIGNER = 120;

  /** A photo, as nobody but its author comments it. */
  public static NewAttachment photo(Visibility visibility, String caption, Instant takenAt) {
    return new NewAttachment(AttachmentKind.PHOTO, visibility, caption, null, takenAt);
  }

  public static NewAttachment signature(String signer) {
    return new NewAttachment(AttachmentKind.SIGNATURE, Visibility.PUBLIC, null, signer, null);
  }

  public NewAttachment {
    if (visibility == null && kind == AttachmentKind.SIGNATURE) {
      visibility = Visibility.PUBLIC;
    }
  }

  /** Answers 422 when it does not fit together. */
  void requireSense() {
    if (visibility == null) {
      throw Problems.invalid("#/visibility", "For whom is the photo?");
    }
    if (kind == AttachmentKind.PHOTO && signer != null) {
      throw Problems.invalid("#/signer", "Only a signature has a signer.");
    }
    if (kind == AttachmentKind.SIGNATURE && visibility != Visibility.PUBLIC) {
      throw Problems.invalid("#/visibility", "A signature is public.");
    }
    if (kind == AttachmentKind.SIGNATURE && (signer == null || signer.isBlank())) {
      throw Problems.invalid("#/signer", "Whose signature is it?");
    }
  }
}
