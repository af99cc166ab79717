package com.accordenergie.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for user-service on a port of its own: knows whom it was told of, and nobody else. */
final class UserServiceDouble implements AutoCloseable {

  private static final String PEOPLE = "/api/v1/users/";
  private static final String PARTNERS = "/api/v1/partners/";

  private final HttpServer server;
  private final Map<String, Map<String, Object>> known = new ConcurrentHashMap<>();
  private volatile boolean broken;

  UserServiceDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext(PEOPLE, this::handle);
    server.createContext(PARTNERS, this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void knows(People.Somebody somebody) {
    known.put(PEOPLE + somebody.id(), somebody.data());
  }

  void knows(PartnerCompanies.Company company) {
    known.put(PARTNERS + company.id(), company.data());
  }

  void isBroken(boolean now) {
    broken = now;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, Object> data = known.get(exchange.getRequestURI().getPath());
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    try (exchange) {
      if (broken) {
        answer(exchange, 500, "{}");
      } else if (token == null || !token.startsWith("Bearer ")) {
        answer(exchange, 401, "{}");
      } else if (data == null) {
        answer(exchange, 404, "{}");
      } else {
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        answer(exchange, 200, new JsonMapper().writeValueAsString(data));
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
