package com.accordenergie.comment.attachment;

import java.nio.ByteBuffer;

/** Walks over a PNG file, chunk by chunk (ISO/IEC 15948, section 5). */
final class PngFile {

  private static final int SIGNATURE = 8;
  private static final int CHECKSUM = 4;
  private static final int END = 0x49454e44; // IEND
  private static final int EXIF = 0x65584966; // eXIf

  private PngFile() {}

  static PictureFile read(ByteBuffer file) {
    byte[] exif = null;
    PictureFile.skip(file, SIGNATURE);
    int type;
    do {
      int length = file.getInt();
      type = file.getInt();
      if (type == EXIF) {
        exif = PictureFile.take(file, length);
      } else {
        PictureFile.skip(file, length);
      }
      PictureFile.skip(file, CHECKSUM);
    } while (type != END);
    if (file.hasRemaining()) {
      throw PictureFile.followed();
    }
    return new PictureFile("png", PictureFile.LINE_BY_LINE, PictureFile.orientation(exif));
  }
}
