package com.accordenergie.intervention.document;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was attached for the client to see.
 *
 * @param photos small ones, the oldest first
 * @param omitted how many photos there are besides
 * @param signature the latest
 */
record Pictures(List<Photo> photos, int omitted, @Nullable Signature signature) {

  /**
   * @param source a data URI
   */
  record Photo(String source, @Nullable String caption, Instant takenAt) {}

  record Signature(String source, String signer, Instant signedAt) {}

  static String source(String mediaType, byte[] content) {
    return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
  }
}
