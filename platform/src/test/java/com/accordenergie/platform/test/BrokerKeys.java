package com.accordenergie.platform.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the tests' broker looks for the keys of access tokens. One broker serves all tests, and many an
 * auth-service comes and goes beside it: what each of them publishes at the moment is passed on.
 */
public final class BrokerKeys {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private static final class Holder {
    private static final BrokerKeys SERVED =
        new BrokerKeys(URI.create(Servers.running().value("ACCORD_RABBIT_KEYS_URL")));
  }

  private final Set<URI> sources = new CopyOnWriteArraySet<>();

  private BrokerKeys(URI where) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(door(where), where.getPort()), 0);
      server.createContext(where.getPath(), this::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (IOException taken) {
      throw new UncheckedIOException(where + " cannot be served", taken);
    }
  }

  /**
   * From now on the broker believes who signs with these.
   *
   * @param keySet where an auth-service publishes its keys
   */
  public static void publish(URI keySet) {
    Holder.SERVED.sources.add(keySet);
  }

  /** A broker in a container comes in by another door than one on this machine. */
  private static InetAddress door(URI where) throws IOException {
    return where.getHost().equals("127.0.0.1")
        ? InetAddress.getLoopbackAddress()
        : InetAddress.getByName("0.0.0.0");
  }

  private void answer(HttpExchange exchange) throws IOException {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode keys = all.putArray("keys");
    sources.forEach(source -> read(source, keys));
    byte[] body = all.toString().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void read(URI source, ArrayNode keys) {
    try {
      var request = HttpRequest.newBuilder(source).timeout(Duration.ofSeconds(5)).build();
      JsonNode published =
          JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
      published.path("keys").forEach(keys::add);
    } catch (IOException gone) {
      // Its suite has ended.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
