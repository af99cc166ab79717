package com.accordenergie.comment;

import com.accordenergie.platform.identity.Role;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the intervention-service on a port of its own: tells of the interventions it was
 * given to those who may see them, and of nothing else. A client is not told who handles theirs.
 */
final class InterventionServiceDouble implements AutoCloseable {

  /** How it may fail. */
  enum Trouble {
    NONE,
    ANSWERS_500,
    ANSWERS_401,
    ANSWERS_NONSENSE,
    HANGS_UP,
    HANGS
  }

  private static final String PATH = "/api/v1/interventions/";

  private final HttpServer server;
  private final Map<UUID, Intervention> interventions = new ConcurrentHashMap<>();
  private final List<UUID> asked = new CopyOnWriteArrayList<>();
  private volatile Trouble trouble = Trouble.NONE;

  InterventionServiceDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext(PATH, this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void has(Intervention intervention) {
    interventions.put(intervention.id(), intervention);
  }

  void isIn(Trouble trouble) {
    this.trouble = trouble;
  }

  /** How often it was asked about that one. */
  long askedAbout(UUID id) {
    return asked.stream().filter(id::equals).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    UUID id = UUID.fromString(exchange.getRequestURI().getPath().substring(PATH.length()));
    asked.add(id);
    try (exchange) {
      switch (trouble) {
        case NONE -> tell(exchange, id);
        case ANSWERS_500 -> answer(exchange, 500, "{}");
        case ANSWERS_401 -> answer(exchange, 401, "{}");
        case ANSWERS_NONSENSE -> answer(exchange, 200, "<html>not what you think</html>");
        case HANGS_UP -> {
          // Closing without an answer is the point.
        }
        case HANGS -> hang();
      }
    }
  }

  private static void hang() {
    try {
      Thread.sleep(4000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(HttpExchange exchange, UUID id) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (token == null || !token.startsWith("Bearer ")) {
      answer(exchange, 401, "{}");
      return;
    }
    Intervention intervention = interventions.get(id);
    JWTClaimsSet claims = claims(token.substring("Bearer ".length()));
    if (intervention == null || !isVisible(intervention, claims)) {
      answer(exchange, 404, "{\"type\": \"urn:accord:problem:not-found\"}");
      return;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", intervention.id());
    body.put("reference", intervention.reference());
    body.put("title", "Chaudière en panne");
    body.put("clientId", intervention.clientId());
    body.put("status", Map.of("code", intervention.status(), "label", "Nouvelle"));
    body.put("createdAt", intervention.createdAt().toString());
    exchange.getResponseHeaders().set("ETag", "\"" + intervention.sequence() + "\"");
    if (role(claims) != Role.CLIENT) {
      body.put("ownerId", intervention.ownerId());
      body.put("technicianId", intervention.technicianId());
    }
    answer(exchange, 200, new JsonMapper().writeValueAsString(body));
  }

  private static boolean isVisible(Intervention intervention, JWTClaimsSet claims) {
    return switch (role(claims)) {
      case ADMIN -> true;
      case DISPATCHER -> claims.getSubject().equals(intervention.ownerId().toString());
      case TECHNICIAN ->
          claims.getSubject().equals(String.valueOf(intervention.technicianId()));
      case CLIENT ->
          intervention.clientId().toString().equals(claims.getClaim("accord_client"));
      case PARTNER -> false;
    };
  }

  private static Role role(JWTClaimsSet claims) {
    return Role.valueOf(((List<?>) claims.getClaim("roles")).getFirst().toString());
  }

  private static JWTClaimsSet claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException notAToken) {
      throw new IllegalArgumentException(notAToken);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
