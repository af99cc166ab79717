package com.accordenergie.comment;

/** What is attached. */
public enum AttachmentKind {
  PHOTO,
  /** The client's, drawn on a screen when the work is done; always public. */
  SIGNATURE
}
