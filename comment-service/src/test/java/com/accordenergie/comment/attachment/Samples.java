package com.accordenergie.comment.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files as telephones, browsers and people with time on their hands send them. */
public final class Samples {

  /** Stands in the metadata of {@link #fromATelephone}, and must never stand anywhere else. */
  public static final String PLACE = "canari-48.8583-2.2945";

  private Samples() {}

  /** Four quarters: red and green above, blue and yellow below. */
  public static BufferedImage quarters(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
    for (int quarter = 0; quarter < 4; quarter++) {
      pen.setColor(colors[quarter]);
      pen.fillRect(quarter % 2 * width / 2, quarter / 2 * height / 2, width / 2, height / 2);
    }
    pen.dispose();
    return image;
  }

  public static byte[] jpeg(int width, int height) {
    return encoded(quarters(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return encoded(quarters(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /** A stroke on nothing. */
  public static byte[] signature() {
    var image = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(100, 90, 400, 20);
    pen.dispose();
    return encoded(image, "png");
  }

  /** With what telephones write into a photo: how they were held, and where. */
  public static byte[] fromATelephone(int width, int height, int orientation) {
    return inserted(jpeg(width, height), 0xe1, exif(orientation));
  }

  /** With a segment of that type behind the start of the file. */
  public static byte[] inserted(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + content.length);
    file.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
    file.putShort((short) (content.length + 2)).put(content);
    return file.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** TIFF, big-endian: the orientation, a text with the place, and the place as GPS data. */
  static byte[] exif(int orientation) {
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    int texts = 8 + 2 + 3 * 12 + 4;
    int gps = texts + place.length + 1;
    int degrees = gps + 2 + 4 * 12 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(6 + degrees + 2 * 24);
    tiff.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    tiff.putShort((short) 3);
    entry(tiff, 0x010e, 2, place.length + 1, texts);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8825, 4, 1, gps);
    tiff.putInt(0).put(place).put((byte) 0);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, degrees);
    entry(tiff, 3, 2, 2, 'E' << 24);
    entry(tiff, 4, 5, 3, degrees + 24);
    tiff.putInt(0);
    for (int part : new int[] {48, 51, 30, 2, 17, 40}) {
      tiff.putInt(part).putInt(1);
    }
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  public static byte[] progressive(byte[] picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image(picture), null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A PNG that says of itself how large it is; its pixels do not follow. */
  public static byte[] pngClaiming(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    return joined(
        "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
        chunk("IHDR", header.array()),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1}),
        chunk("IEND", new byte[0]));
  }

  static byte[] chunk(String type, byte[] content) {
    byte[] typed = joined(type.getBytes(StandardCharsets.US_ASCII), content);
    var checksum = new CRC32();
    checksum.update(typed);
    return ByteBuffer.allocate(8 + typed.length)
        .putInt(content.length)
        .put(typed)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** One of those that the test's resources hold, since nothing here writes WebP. */
  public static byte[] webp(String name) {
    try (InputStream file = Samples.class.getResourceAsStream("/pictures/" + name + ".webp")) {
      return file.readAllBytes();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  public static byte[] joined(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  public static byte[] cut(byte[] file, int length) {
    return Arrays.copyOf(file, length);
  }

  public static byte[] encoded(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  public static BufferedImage image(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
