package com.accordenergie.intervention;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the comment-service: keeps pictures, two to a page, and remembers who asked. */
final class CommentServiceDouble implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String INTERVENTIONS = "/api/v1/interventions/";
  private static final int PAGE = 2;

  private final HttpServer server;
  private final Map<String, List<Map<String, Object>>> attachments = new ConcurrentHashMap<>();
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile boolean away;
  private volatile CountDownLatch answers = new CountDownLatch(0);

  CommentServiceDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/api/v1/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void hasPhoto(UUID intervention, String visibility, String caption, Color color) {
    add(intervention, "PHOTO", visibility, caption, null, null, picture("jpg", color));
  }

  /**
   * @param signedAt as the device says; all came here at 13:20
   */
  void hasSignature(UUID intervention, String signer, Instant signedAt) {
    add(
        intervention, "SIGNATURE", "PUBLIC", null, signer, signedAt,
        picture("png", new Color(20, 30, 90)));
  }

  private void add(
      UUID intervention,
      String kind,
      String visibility,
      @Nullable String caption,
      @Nullable String signer,
      @Nullable Instant takenAt,
      byte[] picture) {
    UUID id = UUID.randomUUID();
    Map<String, Object> attachment = new HashMap<>();
    attachment.put("id", id);
    attachment.put("interventionId", intervention);
    attachment.put("kind", kind);
    attachment.put("visibility", visibility);
    attachment.put("createdAt", Instant.parse("2026-11-26T13:20:00Z"));
    attachment.put("caption", caption);
    attachment.put("signer", signer);
    attachment.put("takenAt", takenAt);
    attachment.put("mediaType", kind.equals("PHOTO") ? "image/jpeg" : "image/png");
    attachments
        .computeIfAbsent(intervention.toString(), none -> new CopyOnWriteArrayList<>())
        .add(attachment);
    pictures.put(id.toString(), picture);
  }

  private static byte[] picture(String format, Color color) {
    var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(format.equals("png") ? Color.WHITE : color);
    pen.fillRect(0, 0, 320, 240);
    pen.setColor(format.equals("png") ? color : color.darker());
    pen.drawArc(40, 60, 200, 120, 20, 300);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  void isAway(boolean away) {
    this.away = away;
  }

  /** Until the latch opens, nothing is answered. */
  void waitsFor(CountDownLatch latch) {
    this.answers = latch;
  }

  List<String> tokens() {
    return List.copyOf(tokens);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answers.await(10, TimeUnit.SECONDS);
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (token != null) {
        tokens.add(token);
      }
      String path = exchange.getRequestURI().getPath();
      if (away) {
        send(exchange, 500, "application/json", "{}".getBytes());
      } else if (token == null) {
        send(exchange, 401, "application/json", "{}".getBytes());
      } else if (path.startsWith(INTERVENTIONS)) {
        String id = path.substring(INTERVENTIONS.length()).replace("/attachments", "");
        send(exchange, 200, "application/json", page(id, exchange.getRequestURI().getQuery()));
      } else {
        byte[] picture = pictures.get(path.split("/")[4]);
        boolean png = picture != null && picture[0] == (byte) 0x89;
        send(
            exchange,
            picture == null ? 404 : 200,
            png ? "image/png" : "image/jpeg",
            picture == null ? new byte[0] : picture);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] page(String intervention, String query) {
    List<Map<String, Object>> all = attachments.getOrDefault(intervention, List.of());
    int from = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
    int to = Math.min(all.size(), from + PAGE);
    Map<String, Object> page = new HashMap<>();
    page.put("items", all.subList(from, to));
    page.put("nextCursor", to < all.size() ? Integer.toString(to) : null);
    return JSON.writeValueAsBytes(page);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
