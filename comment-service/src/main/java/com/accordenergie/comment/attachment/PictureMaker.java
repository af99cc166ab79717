package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.platform.problem.ProblemException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Draws the picture that is kept, and its thumbnail, after a file that somebody sent: the right way
 * up, no larger than a screen needs, and with nothing in it but pixels.
 *
 * <p>Its memory is bounded whatever is sent, to some 70 MB: what is too large is refused before it is
 * decoded, and what is larger than needed is thinned out while it is. That uploads come one at a time
 * is the platform's doing.
 */
@Component
class PictureMaker {

  private static final int THUMBNAIL = 320;

  /** A photo of 12 megapixels is decoded whole, one of 50 with every second pixel and line. */
  private static final long DECODED_BYTES = 38L << 20;

  private static final float JPEG_QUALITY = 0.85f;

  /** Answers 422 when the file is no picture that can be used. */
  Picture make(InputStreamSource file, AttachmentKind kind) {
    PictureFile known = PictureFile.of(bytes(file));
    try {
      BufferedImage kept =
          fitted(decode(file, known), PictureStyle.of(kind), known.orientation());
      return picture(kept, PictureStyle.of(kind));
    } catch (ProblemException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      throw AttachmentProblems.unusable("The picture is damaged.");
    }
  }

  private static byte[] bytes(InputStreamSource file) {
    try (InputStream bytes = file.getInputStream()) {
      return bytes.readAllBytes();
    } catch (IOException ours) {
      throw new UncheckedIOException(ours);
    }
  }

  private static BufferedImage decode(InputStreamSource file, PictureFile known)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(known.format()).next();
    try (InputStream bytes = file.getInputStream();
        ImageInputStream input = ImageIO.createImageInputStream(bytes)) {
      reader.setInput(input, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > known.maxPixels()) {
        throw AttachmentProblems.unusable(
            "It has more than %d megapixels.".formatted(known.maxPixels() >> 20));
      }
      int step = step(pixels, reader.getImageTypes(0).next().getColorModel().getPixelSize());
      ImageReadParam thinned = reader.getDefaultReadParam();
      thinned.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, thinned);
    } finally {
      reader.dispose();
    }
  }

  /** Every which pixel of every which line is read. */
  private static int step(long pixels, int bitsPerPixel) {
    return (int) Math.ceil(Math.sqrt(pixels * bitsPerPixel / 8.0 / DECODED_BYTES));
  }

  private static BufferedImage fitted(
      BufferedImage image, PictureStyle style, Orientation orientation) throws IOException {
    BufferedImage fitted = scaled(image, style.longestSide());
    BufferedImage upright = ExifFilterUtils.getFilterForOrientation(orientation).apply(fitted);
    return upright.getColorModel().hasAlpha() && !style.transparent() ? onWhite(upright) : upright;
  }

  private static BufferedImage scaled(BufferedImage image, int longestSide) throws IOException {
    int longest = Math.max(image.getWidth(), image.getHeight());
    return Thumbnails.of(image)
        .scale(Math.min(1, (double) longestSide / longest))
        .imageType(
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_3BYTE_BGR)
        .asBufferedImage();
  }

  private static BufferedImage onWhite(BufferedImage image) {
    var flat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = flat.createGraphics();
    canvas.drawImage(image, 0, 0, Color.WHITE, null);
    canvas.dispose();
    return flat;
  }

  private static Picture picture(BufferedImage kept, PictureStyle style) throws IOException {
    byte[] content = encoded(kept, style);
    if (content.length > style.mostBytes()) {
      throw AttachmentProblems.unusable("It is no drawing: it has too much in it.");
    }
    return new Picture(
        style.mediaType(),
        content,
        encoded(scaled(kept, THUMBNAIL), style),
        kept.getWidth(),
        kept.getHeight());
  }

  private static byte[] encoded(BufferedImage image, PictureStyle style) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(style.mediaType()).next();
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (!style.transparent()) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
