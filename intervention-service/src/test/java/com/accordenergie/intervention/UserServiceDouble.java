package com.accordenergie.intervention;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the user-service on a port of its own; knows what it is given and nothing else. */
final class UserServiceDouble implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Map<String, Map<String, ?>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  UserServiceDouble() {
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

  void hasUser(UUID id, Map<String, ?> user) {
    answers.put("/api/v1/users/" + id, user);
  }

  void hasTechnician(UUID id, Map<String, ?> technician) {
    answers.put("/api/v1/technicians/" + id, technician);
  }

  void hasClient(UUID id, Map<String, ?> client) {
    answers.put("/api/v1/clients/" + id, client);
  }

  void hasSite(UUID client, UUID id, Map<String, ?> site) {
    answers.put("/api/v1/clients/" + client + "/sites/" + id, site);
  }

  void isAway(boolean away) {
    this.away = away;
  }

  long askedFor(UUID id) {
    return asked.stream().filter(path -> path.endsWith(id.toString())).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      Map<String, ?> answer = answers.get(path);
      if (away) {
        send(exchange, 500, "{}");
      } else if (answer == null || exchange.getRequestHeaders().getFirst("Authorization") == null) {
        send(exchange, 404, "{}");
      } else {
        exchange.getResponseHeaders().set("ETag", "\"" + answer.get("version") + "\"");
        send(exchange, 200, JSON.writeValueAsString(answer));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
