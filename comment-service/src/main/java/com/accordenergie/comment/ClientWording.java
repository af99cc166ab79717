package com.accordenergie.comment;

import org.jspecify.annotations.Nullable;

/** How a status reads for a client: its own label, with the reason where the label makes room for it. */
final class ClientWording {

  private static final String REASON = "{reason}";

  private ClientWording() {}

  /** "En attente : {reason}" and "pièce commandée" make "En attente : pièce commandée". */
  static String of(String label, @Nullable String clientReason) {
    if (clientReason != null) {
      return label.replace(REASON, clientReason);
    }
    return label.contains(REASON)
        ? label.replace(REASON, "").replaceFirst("[\\s\\u00a0\\u202f:–—-]+$", "")
        : label;
  }
}
