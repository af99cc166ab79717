package com.accordenergie.comment.attachment;

import com.drew.metadata.exif.ExifReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Walks over a JPEG file, segment by segment (ITU-T T.81, annex B). */
final class JpegFile {

  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int EXIF = 0xe1;
  private static final int PROGRESSIVE = 0xc2;

  /** An honest progressive picture has about ten; each costs as much as decoding a whole one. */
  private static final int MAX_SCANS = 32;

  private final ByteBuffer file;
  private int scans;
  private boolean progressive;
  private byte @Nullable [] exif;

  private JpegFile(ByteBuffer file) {
    this.file = file;
  }

  static PictureFile read(ByteBuffer file) {
    var jpeg = new JpegFile(file);
    jpeg.walk();
    return new PictureFile(
        "jpeg",
        jpeg.progressive ? PictureFile.UNPACKED : PictureFile.LINE_BY_LINE,
        PictureFile.orientation(jpeg.exif));
  }

  private void walk() {
    PictureFile.skip(file, 2);
    for (int marker = marker(); marker != END; ) {
      if (!standsAlone(marker)) {
        segment(marker, PictureFile.take(file, (file.getShort() & 0xffff) - 2));
      }
      marker = marker == SCAN ? markerAfterScan() : marker();
    }
    requireNothingForeign();
  }

  private void segment(int marker, byte[] content) {
    if (isFrame(marker)) {
      // A second one could say less than the first, which is what is decoded.
      progressive |= marker == PROGRESSIVE;
      requireColoursOfAScreen(content.length > 5 ? content[5] : 0);
    } else if (marker == SCAN && ++scans > MAX_SCANS) {
      throw AttachmentProblems.unusable("The picture is built up in too many steps.");
    } else if (marker == EXIF && exif == null && ExifReader.startsWithJpegExifPreamble(content)) {
      exif = content;
    }
  }

  private static void requireColoursOfAScreen(int components) {
    if (components != 1 && components != 3) {
      throw AttachmentProblems.unusable("The picture has the colours of a printing press.");
    }
  }

  private int marker() {
    if (next() != 0xff) {
      throw AttachmentProblems.unusable("The picture is damaged.");
    }
    return afterFill();
  }

  /** The image data end at the next marker; an ff among them is followed by 00, or a restart. */
  private int markerAfterScan() {
    while (true) {
      while (next() != 0xff) {
        // image data
      }
      int marker = afterFill();
      if (marker != 0 && !isRestart(marker)) {
        return marker;
      }
    }
  }

  private int afterFill() {
    int marker = next();
    while (marker == 0xff) {
      marker = next();
    }
    return marker;
  }

  private int next() {
    return file.get() & 0xff;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || isRestart(marker);
  }

  /** SOF0 to SOF15, among which DHT, JPG and DAC are none. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0
        && marker <= 0xcf
        && marker != 0xc4
        && marker != 0xc8
        && marker != 0xcc;
  }

  /**
   * Telephones append a second JPEG (for the contrast), or, beginning with zeros, a film or notes of
   * their maker. That is dropped. A document behind a picture is somebody's trick.
   */
  private void requireNothingForeign() {
    if (file.remaining() >= 2) {
      int start = file.getShort() & 0xffff;
      if (start != 0xffd8 && start != 0) {
        throw PictureFile.followed();
      }
    }
  }
}
