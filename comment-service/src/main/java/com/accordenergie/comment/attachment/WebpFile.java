package com.accordenergie.comment.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over a WebP file, chunk by chunk (RFC 9649, section 2). */
final class WebpFile {

  private static final int WEBP = 0x50424557;
  private static final int EXIF = 0x46495845;

  private WebpFile() {}

  static PictureFile read(ByteBuffer file) {
    file.order(ByteOrder.LITTLE_ENDIAN).position(4);
    int length = file.getInt();
    if (file.getInt() != WEBP) {
      throw AttachmentProblems.unusable("Only JPEG, PNG and WebP pictures can be used.");
    }
    int rest = file.remaining() - (length - 4);
    if (length < 4 || rest > 0) {
      throw PictureFile.followed();
    }
    byte[] exif = null;
    while (file.hasRemaining()) {
      int type = file.getInt();
      int size = file.getInt();
      byte[] chunk = PictureFile.take(file, size);
      PictureFile.skip(file, Math.min(size & 1, file.remaining()));
      exif = type == EXIF ? chunk : exif;
    }
    return new PictureFile("webp", PictureFile.UNPACKED_BY_JAVA, PictureFile.orientation(exif));
  }
}
