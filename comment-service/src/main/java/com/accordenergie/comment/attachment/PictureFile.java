package com.accordenergie.comment.attachment;

import com.accordenergie.platform.problem.ProblemException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * What a file really is, found out by walking over it from its first byte to its last. Neither its
 * name nor the type it claims to be of is looked at, and nothing is decoded yet.
 *
 * @param format as ImageIO names it
 * @param maxPixels how many may be decoded, which depends on how much of them is in memory at once
 * @param orientation how the device was held
 */
record PictureFile(String format, int maxPixels, Orientation orientation) {

  private static final int MEGA = 1 << 20;
  private static final int EXIF_HEADER = ExifReader.JPEG_SEGMENT_PREAMBLE.length();

  /** For what is decoded line by line: 50 megapixels. */
  static final int LINE_BY_LINE = 50 * MEGA;

  /** For what has to be unpacked before the first line is known. */
  static final int UNPACKED = 16 * MEGA;

  /** For what is unpacked by Java, which takes seconds: somewhat more than a screen. */
  static final int UNPACKED_BY_JAVA = 5 * MEGA;

  /** Answers 422 unless the file is a whole picture and nothing else. */
  static PictureFile of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      if (startsWith(file, "\u00ff\u00d8\u00ff")) {
        return JpegFile.read(bytes);
      }
      if (startsWith(file, "\u0089PNG\r\n\u001a\n")) {
        return PngFile.read(bytes);
      }
      if (startsWith(file, "RIFF")) {
        return WebpFile.read(bytes);
      }
    } catch (BufferUnderflowException | IllegalArgumentException endsTooSoon) {
      throw AttachmentProblems.unusable("The picture does not end: it did not arrive whole.");
    }
    throw AttachmentProblems.unusable("Only JPEG, PNG and WebP pictures can be used.");
  }

  private static boolean startsWith(byte[] file, String signature) {
    if (file.length < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if ((file[i] & 0xff) != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The next bytes of the file, which are then behind us. */
  static byte[] take(ByteBuffer file, int length) {
    if (length < 0 || length > file.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[length];
    file.get(taken);
    return taken;
  }

  static void skip(ByteBuffer file, int length) {
    if (length < 0 || length > file.remaining()) {
      throw new BufferUnderflowException();
    }
    file.position(file.position() + length);
  }

  static ProblemException followed() {
    return AttachmentProblems.unusable("Something else follows the picture in the file.");
  }

  /** Upright where nothing else is said, or nothing that can be read. */
  static Orientation orientation(byte @Nullable [] exif) {
    if (exif == null) {
      return Orientation.TOP_LEFT;
    }
    var metadata = new Metadata();
    int start = ExifReader.startsWithJpegExifPreamble(exif) ? EXIF_HEADER : 0;
    try {
      new ExifReader().extract(new ByteArrayReader(exif, start), metadata);
      var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      return directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? Orientation.TOP_LEFT
          : Orientation.typeOf(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION));
    } catch (MetadataException | RuntimeException unreadable) {
      return Orientation.TOP_LEFT;
    }
  }
}
