package com.accordenergie.user.partner.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's program that takes events: what it was sent, and what it answers, is the test's to say. */
public final class Receiver implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour = call -> Answer.of(204);

  /** What it does with a call; may take its time. */
  @FunctionalInterface
  public interface Behaviour {
    Answer answer(Call call) throws InterruptedException;
  }

  public record Answer(int status, Map<String, String> headers, byte[] body) {

    public static Answer of(int status) {
      return new Answer(status, Map.of(), new byte[0]);
    }

    public Answer with(String header, String value) {
      return new Answer(status, Map.of(header, value), body);
    }
  }

  /**
   * @param number how many came before
   */
  public record Call(
      int number, String method, String path, Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.get(name).getFirst();
    }

    public JsonNode event() {
      return JSON.readTree(body);
    }

    public UUID id() {
      return UUID.fromString(header("webhook-id"));
    }

    public UUID subject() {
      return UUID.fromString(event().required("subject").asString());
    }
  }

  public Receiver() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
  }

  public Receiver answering(Behaviour wanted) {
    behaviour = wanted;
    return this;
  }

  public Receiver answering(int status) {
    return answering(call -> Answer.of(status));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Call call;
      synchronized (calls) {
        call =
            new Call(
                calls.size(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                body);
        calls.add(call);
      }
      Answer answer = behaviour.answer(call);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<UUID> ids() {
    return calls.stream().map(Call::id).toList();
  }

  public List<Call> await(int count) {
    awaitAtLeast(count);
    assertThat(calls).hasSize(count);
    return calls();
  }

  public List<Call> awaitAtLeast(int count) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> calls.size() >= count);
    return calls();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
