package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;

/** How a kind of picture is kept. */
enum PictureStyle {
  PHOTO("image/jpeg", 2560, false),
  /** Lines on nothing: small, sharp and see-through. */
  DRAWING("image/png", 1280, true);

  private final String mediaType;
  private final int longestSide;
  private final boolean transparent;

  PictureStyle(String mediaType, int longestSide, boolean transparent) {
    this.mediaType = mediaType;
    this.longestSide = longestSide;
    this.transparent = transparent;
  }

  static PictureStyle of(AttachmentKind kind) {
    return switch (kind) {
      case PHOTO -> PHOTO;
      case SIGNATURE -> DRAWING;
    };
  }

  String mediaType() {
    return mediaType;
  }

  int longestSide() {
    return longestSide;
  }

  boolean transparent() {
    return transparent;
  }
}
