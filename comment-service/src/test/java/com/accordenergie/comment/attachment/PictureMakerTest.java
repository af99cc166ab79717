package com.accordenergie.comment.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.platform.problem.ProblemException;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** What is made of what is sent. */
class PictureMakerTest {

  private final PictureMaker maker = new PictureMaker();

  @Test
  void aPhotoBecomesAJpegNoLargerThanAScreenNeeds() {
    Picture picture = photo(Samples.jpeg(4000, 3000));

    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(picture.width()).isEqualTo(2560);
    assertThat(picture.height()).isEqualTo(1920);
    assertQuarters(picture.content(), 2560, 1920, "RGBY");
    assertQuarters(picture.thumbnail(), 320, 240, "RGBY");
  }

  @Test
  void aSmallPhotoStaysAsSmallAsItIs() {
    Picture picture = photo(Samples.jpeg(200, 100));

    assertQuarters(picture.content(), 200, 100, "RGBY");
    assertQuarters(picture.thumbnail(), 200, 100, "RGBY");
  }

  @Test
  void aPhotoOfFiftyMegapixelsIsThinnedOutWhileItIsDecoded() {
    assertQuarters(photo(Samples.jpeg(8160, 6120)).content(), 2560, 1920, "RGBY");
  }

  @Test
  void aLineIsNotScaledAway() {
    Picture picture = photo(Samples.png(20_000, 2));

    assertThat(picture.width()).isEqualTo(2560);
    assertThat(picture.height()).isEqualTo(1);
  }

  /** Where red, green, blue and yellow are once the picture is the right way up. */
  @ParameterizedTest
  @CsvSource({
    "1, 120, 80, RGBY",
    "2, 120, 80, GRYB",
    "3, 120, 80, YBGR",
    "4, 120, 80, BYRG",
    "5, 80, 120, RBGY",
    "6, 80, 120, BRYG",
    "7, 80, 120, YGBR",
    "8, 80, 120, GYRB"
  })
  void aPhotoIsTurnedTheRightWayUp(int orientation, int width, int height, String colors) {
    Picture picture = photo(Samples.fromATelephone(120, 80, orientation));

    assertQuarters(picture.content(), width, height, colors);
    assertQuarters(picture.thumbnail(), width, height, colors);
    assertThat(picture.width()).isEqualTo(width);
  }

  @Test
  void anOrientationThatCannotBeReadTurnsNothing() {
    for (int nonsense : new int[] {0, 9, 77}) {
      assertQuarters(
          photo(Samples.fromATelephone(120, 80, nonsense)).content(), 120, 80, "RGBY");
    }
    byte[] broken = "Exif\0\0MM\0*\u007f\u007f\u007f\u007f".getBytes(StandardCharsets.US_ASCII);
    assertQuarters(
        photo(Samples.inserted(Samples.jpeg(120, 80), 0xe1, broken)).content(), 120, 80, "RGBY");
  }

  @Test
  void nothingOfTheFileIsKeptButPixels() throws Exception {
    byte[] sent = Samples.fromATelephone(400, 300, 6);
    sent = Samples.inserted(sent, 0xfe, Samples.PLACE.getBytes(StandardCharsets.US_ASCII));
    sent = Samples.inserted(sent, 0xed, Samples.PLACE.getBytes(StandardCharsets.US_ASCII));
    assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(sent))
            .getFirstDirectoryOfType(GpsDirectory.class)
            .getGeoLocation()
            .getLatitude())
        .as("the file knows where it was taken")
        .isCloseTo(48.8583, within(0.001));

    Picture picture = photo(sent);

    for (byte[] kept : new byte[][] {picture.content(), picture.thumbnail()}) {
      assertThat(new String(kept, StandardCharsets.ISO_8859_1))
          .doesNotContain(Samples.PLACE, "Exif", "http", "ICC_PROFILE", "Photoshop");
      var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept));
      assertThat(metadata.getDirectories())
          .noneMatch(ExifDirectoryBase.class::isInstance)
          .extracting(Directory::getName)
          .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
    }
  }

  @Test
  void aPngLosesItsTextsToo() {
    byte[] png = Samples.png(60, 40);
    byte[] place = Samples.PLACE.getBytes(StandardCharsets.US_ASCII);
    byte[] sent =
        Samples.joined(
            Samples.cut(png, 33),
            Samples.chunk("tEXt", Samples.joined("Comment\0".getBytes(StandardCharsets.US_ASCII), place)),
            Samples.chunk("eXIf", Arrays.copyOfRange(Samples.exif(6), 6, Samples.exif(6).length)),
            Arrays.copyOfRange(png, 33, png.length));

    for (AttachmentKind kind : AttachmentKind.values()) {
      Picture picture = maker.make(new ByteArrayResource(sent), kind);

      assertQuarters(picture.content(), 40, 60, "BRYG");
      assertThat(new String(picture.content(), StandardCharsets.ISO_8859_1))
          .doesNotContain(Samples.PLACE, "tEXt", "eXIf", "iTXt", "Exif");
    }
  }

  @Test
  void aSignatureStaysASeeThroughPng() {
    Picture picture =
        maker.make(new ByteArrayResource(Samples.signature()), AttachmentKind.SIGNATURE);

    assertThat(picture.mediaType()).isEqualTo("image/png");
    for (byte[] kept : new byte[][] {picture.content(), picture.thumbnail()}) {
      BufferedImage image = Samples.image(kept);
      assertThat(new Color(image.getRGB(0, 0), true).getAlpha()).isZero();
      assertThat(new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2), true))
          .isEqualTo(Color.BLUE);
    }
    assertThat(Samples.image(picture.thumbnail()).getWidth()).isEqualTo(320);
  }

  @Test
  void aLargeSignatureIsMadeSmall() {
    Picture picture =
        maker.make(new ByteArrayResource(Samples.png(3000, 1500)), AttachmentKind.SIGNATURE);

    assertQuarters(picture.content(), 1280, 640, "RGBY");
  }

  @Test
  void aPhotographIsNoSignature() {
    var noise = new BufferedImage(1280, 960, BufferedImage.TYPE_INT_RGB);
    var random = new SplittableRandom(7);
    for (int x = 0; x < noise.getWidth(); x++) {
      for (int y = 0; y < noise.getHeight(); y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    byte[] file = Samples.encoded(noise, "jpeg");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> maker.make(new ByteArrayResource(file), AttachmentKind.SIGNATURE))
        .satisfies(refused -> assertThat(refused.type()).isEqualTo(AttachmentProblems.UNUSABLE_IMAGE));
    assertThat(photo(file).width()).isEqualTo(1280);
  }

  @Test
  void aSeeThroughPhotoIsPutOnWhite() {
    Picture picture = photo(Samples.signature());

    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(nearest(Samples.image(picture.content()).getRGB(5, 5))).isEqualTo('W');
  }

  @Test
  void webpIsRead() {
    assertQuarters(photo(Samples.webp("quarters")).content(), 120, 80, "RGBY");
    assertQuarters(photo(Samples.webp("lossless")).content(), 120, 80, "RGBY");
    Picture turned = photo(Samples.webp("turned"));
    assertQuarters(turned.content(), 80, 120, "BRYG");
    assertThat(new String(turned.content(), StandardCharsets.ISO_8859_1))
        .doesNotContain(Samples.PLACE);
    assertThat(nearest(Samples.image(photo(Samples.webp("transparent")).content()).getRGB(5, 5)))
        .isEqualTo('W');
  }

  @Test
  void otherWaysToWriteAPictureAreReadToo() {
    assertQuarters(photo(Samples.progressive(Samples.jpeg(120, 80))).content(), 120, 80, "RGBY");
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_INT_ARGB,
          BufferedImage.TYPE_4BYTE_ABGR,
        }) {
      byte[] png = Samples.encoded(Samples.quarters(120, 80, type), "png");
      assertQuarters(photo(png).content(), 120, 80, "RGBY");
    }
    var gray =
        Samples.encoded(Samples.quarters(120, 80, BufferedImage.TYPE_BYTE_GRAY), "jpeg");
    assertThat(photo(gray).width()).isEqualTo(120);
    var deep =
        Samples.encoded(Samples.quarters(120, 80, BufferedImage.TYPE_USHORT_GRAY), "png");
    assertThat(photo(deep).width()).isEqualTo(120);
  }

  /** The brighter contrast, a film of the second before: nothing that its owner knows of. */
  @Test
  void whatTelephonesAppendIsDropped() {
    byte[] jpeg = Samples.jpeg(120, 80);
    byte[] film = "\0\0\0\u0018ftypmp42, and so on".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] appended : new byte[][] {Samples.jpeg(60, 40), film, new byte[7]}) {
      assertQuarters(photo(Samples.joined(jpeg, appended)).content(), 120, 80, "RGBY");
    }
  }

  static Stream<Arguments> unusable() {
    byte[] jpeg = Samples.jpeg(120, 80);
    byte[] png = Samples.png(120, 80);
    byte[] webp = Samples.webp("quarters");
    byte[] html = text("<html><script>alert(document.cookie)</script></html>");
    byte[] zip = text("PK\u0003\u0004, and so on");
    byte[] cmyk = jpeg.clone();
    cmyk[indexOfFrame(cmyk, 0xc0) + 9] = 4;
    byte[] progressive = Samples.progressive(jpeg);
    return Stream.of(
        Arguments.of("nothing", new byte[0]),
        Arguments.of("one byte", new byte[] {(byte) 0xff}),
        Arguments.of("a start and no more", Samples.cut(jpeg, 3)),
        Arguments.of("HTML", html),
        Arguments.of("SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
        Arguments.of("PDF", text("%PDF-1.7\n1 0 obj")),
        Arguments.of("ZIP", zip),
        Arguments.of("GIF", Samples.encoded(Samples.quarters(12, 8, BufferedImage.TYPE_INT_RGB), "gif")),
        Arguments.of("BMP", Samples.encoded(Samples.quarters(12, 8, BufferedImage.TYPE_INT_RGB), "bmp")),
        Arguments.of("a sound", text("RIFF\u0024\0\0\0WAVEfmt ")),
        Arguments.of("HTML that begins like a JPEG", Samples.joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, html)),
        Arguments.of("HTML that begins like a PNG", Samples.joined(Samples.cut(png, 8), html)),
        Arguments.of("JPEG with HTML behind it", Samples.joined(jpeg, html)),
        Arguments.of("JPEG with a ZIP behind it", Samples.joined(jpeg, zip)),
        Arguments.of("PNG with HTML behind it", Samples.joined(png, html)),
        Arguments.of("PNG with a ZIP behind it", Samples.joined(png, zip)),
        Arguments.of("WebP with HTML behind it", Samples.joined(webp, html)),
        Arguments.of("half a JPEG", Samples.cut(jpeg, jpeg.length / 2)),
        Arguments.of("JPEG without its end", Samples.cut(jpeg, jpeg.length - 2)),
        Arguments.of("half a PNG", Samples.cut(png, png.length / 2)),
        Arguments.of("PNG without its end", Samples.cut(png, png.length - 12)),
        Arguments.of("half a WebP", Samples.cut(webp, webp.length / 2)),
        Arguments.of("PNG without pixels", Samples.pngClaiming(10, 10)),
        Arguments.of("PNG of 0 pixels", Samples.pngClaiming(0, 10)),
        Arguments.of("PNG of 51 megapixels", Samples.pngClaiming(1, 51 << 20)),
        Arguments.of("PNG of 900 megapixels", Samples.pngClaiming(30_000, 30_000)),
        Arguments.of("PNG of more pixels than there are numbers", Samples.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE)),
        Arguments.of("JPEG of 3600 megapixels", claiming(jpeg, 0xc0, 60_000)),
        Arguments.of("JPEG in print colours", cmyk),
        Arguments.of("progressive JPEG of 17 megapixels", claiming(progressive, 0xc2, 4_200)),
        Arguments.of("WebP of 6 megapixels", Samples.webp("large")),
        Arguments.of("JPEG in a thousand steps", inSteps(progressive, 1000)),
        Arguments.of("PNG with a chunk of 2 GB", Samples.joined(Samples.cut(png, 33), new byte[] {0x7f, -1, -1, -1}, text("zTXt"))));
  }

  @Test
  void aJpegThatSaysTwoThingsOfItselfIsBoundedByWhatIsDecoded() {
    byte[] progressive = Samples.progressive(Samples.jpeg(120, 80));
    byte[] file = saysOtherwise(claiming(progressive, 0xc2, 4_200));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> photo(file))
        .satisfies(
            refused ->
                assertThat(refused.body().getProperties().toString()).contains("16 megapixels"));
  }

  /** With a second head, of a picture that is read line by line, before its end. */
  private static byte[] saysOtherwise(byte[] jpeg) {
    byte[] head = HexFormat.of().parseHex("ffc0001108001000100301110002110103110100");
    byte[] end = {(byte) 0xff, (byte) 0xd9};
    return Samples.joined(Samples.cut(jpeg, jpeg.length - 2), Samples.cut(head, 19), end);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void whatIsNoPictureOrMoreThanAPictureIsRefused(String what, byte[] file) {
    for (AttachmentKind kind : AttachmentKind.values()) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> maker.make(new ByteArrayResource(file), kind))
          .satisfies(
              refused -> {
                assertThat(refused.type()).isEqualTo(AttachmentProblems.UNUSABLE_IMAGE);
                assertThat(refused.body().getProperties().toString()).contains("#/file");
              });
    }
  }

  private Picture photo(byte[] file) {
    return maker.make(new ByteArrayResource(file), AttachmentKind.PHOTO);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where the segment of that type stands that says how large the picture is. */
  private static int indexOfFrame(byte[] jpeg, int marker) {
    int i = 0;
    while ((jpeg[i] & 0xff) != 0xff || (jpeg[i + 1] & 0xff) != marker) {
      i++;
    }
    return i;
  }

  /** Says of itself that it is that wide and high. */
  private static byte[] claiming(byte[] jpeg, int marker, int side) {
    byte[] file = jpeg.clone();
    int frame = indexOfFrame(file, marker);
    ByteBuffer.wrap(file).putShort(frame + 5, (short) side).putShort(frame + 7, (short) side);
    return file;
  }

  /** Its last scan again and again. */
  private static byte[] inSteps(byte[] progressive, int steps) {
    int scan = progressive.length - 3;
    while ((progressive[scan] & 0xff) != 0xff || (progressive[scan + 1] & 0xff) != 0xda) {
      scan--;
    }
    byte[] last = Arrays.copyOfRange(progressive, scan, progressive.length - 2);
    byte[] file = Samples.cut(progressive, scan);
    for (int step = 0; step < steps; step++) {
      file = Samples.joined(file, last);
    }
    return Samples.joined(file, new byte[] {(byte) 0xff, (byte) 0xd9});
  }

  private static void assertQuarters(byte[] file, int width, int height, String colors) {
    BufferedImage image = Samples.image(file);
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    var seen = new StringBuilder();
    for (int quarter = 0; quarter < 4; quarter++) {
      seen.append(
          nearest(
              image.getRGB(
                  width / 4 + quarter % 2 * width / 2, height / 4 + quarter / 2 * height / 2)));
    }
    assertThat(seen).hasToString(colors);
  }

  private static char nearest(int rgb) {
    var color = new Color(rgb);
    String name =
        (color.getRed() > 128 ? "r" : "")
            + (color.getGreen() > 128 ? "g" : "")
            + (color.getBlue() > 128 ? "b" : "");
    return switch (name) {
      case "r" -> 'R';
      case "g" -> 'G';
      case "b" -> 'B';
      case "rg" -> 'Y';
      case "rgb" -> 'W';
      default -> '?';
    };
  }
}
