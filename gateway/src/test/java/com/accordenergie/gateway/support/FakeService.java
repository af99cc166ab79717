package com.accordenergie.gateway.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server that writes down what it is asked, and answers as it is told. */
public final class FakeService implements AutoCloseable {

  /** A request as it arrived. */
  public record Received(
      String service, String method, String target, Headers headers, String body) {

    public @Nullable String header(String name) {
      return headers.getFirst(name);
    }
  }

  /** What to do with a request; its body can be read once more. */
  @FunctionalInterface
  public interface Behaviour {
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final String name;
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour = exchange -> answer(exchange, 200, "application/json", "{}");

  FakeService(String name) {
    this.name = name;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 500);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      String body = new String(bytes, StandardCharsets.ISO_8859_1);
      received.add(
          new Received(
              name,
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
      exchange.setStreams(new ByteArrayInputStream(bytes), null);
      behaviour.handle(exchange);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public FakeService behaves(Behaviour behaviour) {
    this.behaviour = behaviour;
    return this;
  }

  public FakeService answers(String type, String body) {
    return behaves(exchange -> answer(exchange, 200, type, body));
  }

  /** Never answers in time. */
  public FakeService hangs() {
    return answersAfter(10_000);
  }

  public FakeService answersAfter(long milliseconds) {
    return behaves(
        exchange -> {
          Thread.sleep(milliseconds);
          answer(exchange, 200, "application/json", "{}");
        });
  }

  /** Closes the connection in the middle of the headers' place. */
  public FakeService breaksOff() {
    return behaves(HttpExchange::close);
  }

  public static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean bodyless = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
    exchange.sendResponseHeaders(status, bodyless ? -1 : bytes.length);
    if (!bodyless) {
      exchange.getResponseBody().write(bytes);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Received> received() {
    return received;
  }

  public Received onlyRequest() {
    if (received.size() != 1) {
      throw new AssertionError(name + " received " + received);
    }
    return received.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
