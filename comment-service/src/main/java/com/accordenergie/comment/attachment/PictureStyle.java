package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;

/** How a kind of picture is kept. */
enum PictureStyle {
  PHOTO("image/jpeg", 2560, Integer.MAX_VALUE, false),
  /** Lines on nothing: small, sharp and see-through. The paper takes it as it is, and not more than that. */
  DRAWING("image/png", 1280, 2 << 20, true);

  private final String mediaType;
  private final int longestSide;
  private final int mostBytes;
  private final boolean transparent;

  PictureStyle(String mediaType, int longestSide, int mostBytes, boolean transparent) {
    this.mediaType = mediaType;
    this.longestSide = longestSide;
    this.mostBytes = mostBytes;
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

  int mostBytes() {
    return mostBytes;
  }

  boolean transparent() {
    return transparent;
  }
}
