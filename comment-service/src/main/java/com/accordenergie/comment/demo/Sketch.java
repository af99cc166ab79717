package com.accordenergie.comment.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** The demo's pictures, drawn without a letter: a machine may have no fonts. */
final class Sketch {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 600;

  private final BufferedImage image;
  private final Graphics2D pen;

  private Sketch(int width, int height, int type) {
    image = new BufferedImage(smaller(width), smaller(height), type);
    pen = image.createGraphics();
    pen.scale((double) image.getWidth() / width, (double) image.getHeight() / height);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** What is large takes its time to load. */
  private static int smaller(int length) {
    return length * 3 / 4;
  }

  /** A pressure gauge on a copper pipe. */
  static byte[] gauge(RandomGenerator random) {
    var sketch = new Sketch(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    sketch.wall(random);
    sketch.pipe();
    sketch.dial();
    sketch.needle(random.nextDouble());
    return sketch.png();
  }

  /** The plate that says what a boiler is. */
  static byte[] plate(RandomGenerator random) {
    var sketch = new Sketch(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    sketch.wall(random);
    sketch.metal();
    sketch.lines(random);
    return sketch.png();
  }

  /** A few strokes on nothing. */
  static byte[] signature(RandomGenerator random) {
    var sketch = new Sketch(600, 240, BufferedImage.TYPE_INT_ARGB);
    sketch.scribble(random);
    return sketch.png();
  }

  private void wall(RandomGenerator random) {
    int shade = 150 + random.nextInt(60);
    pen.setPaint(
        new GradientPaint(
            0, 0, new Color(shade, shade, shade - 8), WIDTH, HEIGHT, new Color(90, 92, 96)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private void pipe() {
    pen.setPaint(new GradientPaint(370, 0, new Color(196, 118, 66), 430, 0, new Color(120, 62, 30)));
    pen.fill(new Rectangle2D.Double(370, 380, 60, HEIGHT - 380));
    pen.fill(new RoundRectangle2D.Double(355, 470, 90, 46, 12, 12));
  }

  private void dial() {
    pen.setColor(new Color(48, 50, 54));
    pen.fill(new Ellipse2D.Double(190, 60, 420, 420));
    pen.setColor(new Color(247, 247, 243));
    pen.fill(new Ellipse2D.Double(212, 82, 376, 376));
    pen.setStroke(new BasicStroke(16, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    pen.setColor(new Color(62, 142, 76));
    pen.draw(new Arc2D.Double(240, 110, 320, 320, 180, -90, Arc2D.OPEN));
    pen.setColor(new Color(196, 48, 40));
    pen.draw(new Arc2D.Double(240, 110, 320, 320, 40, -85, Arc2D.OPEN));
    pen.setColor(Color.DARK_GRAY);
    for (int tick = 0; tick <= 40; tick++) {
      pen.setStroke(new BasicStroke(tick % 5 == 0 ? 5 : 2));
      ray(Math.toRadians(225 - tick * 6.75), tick % 5 == 0 ? 118 : 132, 148);
    }
  }

  private void needle(double position) {
    pen.setColor(new Color(24, 24, 28));
    pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    ray(Math.toRadians(225 - 270 * (0.15 + 0.5 * position)), -36, 128);
    pen.fill(new Ellipse2D.Double(382, 252, 36, 36));
  }

  private void ray(double angle, int from, int to) {
    double x = Math.cos(angle);
    double y = -Math.sin(angle);
    pen.draw(new Line2D.Double(400 + from * x, 270 + from * y, 400 + to * x, 270 + to * y));
  }

  private void metal() {
    pen.setPaint(
        new GradientPaint(80, 90, new Color(214, 216, 220), 720, 510, new Color(158, 162, 168)));
    pen.fill(new RoundRectangle2D.Double(80, 90, 640, 420, 28, 28));
    pen.setColor(new Color(70, 72, 76));
    for (int x : new int[] {108, 668}) {
      for (int y : new int[] {118, 458}) {
        pen.fill(new Ellipse2D.Double(x, y, 24, 24));
      }
    }
  }

  /** Where words would be, and a bar code. */
  private void lines(RandomGenerator random) {
    for (int line = 0; line < 6; line++) {
      pen.fill(new Rectangle2D.Double(170, 130 + line * 38, 90 + random.nextInt(60), 14));
      pen.fill(new Rectangle2D.Double(380, 130 + line * 38, 60 + random.nextInt(220), 14));
    }
    for (int x = 170; x < 630; x += 6 + random.nextInt(10)) {
      pen.fill(new Rectangle2D.Double(x, 380, 2 + random.nextInt(5), 80));
    }
  }

  private void scribble(RandomGenerator random) {
    pen.setColor(new Color(20, 30, 90));
    pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    var stroke = new Path2D.Double();
    stroke.moveTo(50, 150);
    for (int x = 50; x < 500; x += 45) {
      stroke.curveTo(
          x + 10, 40 + random.nextInt(80),
          x + 35, 130 + random.nextInt(80),
          x + 45, 110 + random.nextInt(50));
    }
    stroke.curveTo(560, 60, 480, 215, 70, 195 + random.nextInt(25));
    pen.draw(stroke);
  }

  private byte[] png() {
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
