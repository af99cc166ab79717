package com.accordenergie.gateway.support;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Requests to the gateway's port, from a stranger or through a trusted proxy, or byte by byte. */
@TestComponent
public class Asking {

  private static final UnaryOperator<HttpRequest.Builder> AS_IT_IS = request -> request;

  private final Environment environment;
  private final Tokens tokens;
  private final HttpClient stranger = client("127.0.0.1");
  private final HttpClient proxy = client("127.0.0.2");

  Asking(Environment environment, Tokens tokens) {
    this.environment = environment;
    this.tokens = tokens;
  }

  private static HttpClient client(String from) {
    try {
      return HttpClient.newBuilder()
          .localAddress(InetAddress.getByName(from))
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  /** A good token of somebody new. */
  public String token() {
    return "Bearer " + tokens.of(Caller.admin(UUID.randomUUID()));
  }

  public HttpResponse<String> get(String target) {
    return get(target, AS_IT_IS);
  }

  public HttpResponse<String> get(String target, UnaryOperator<HttpRequest.Builder> with) {
    return send(stranger, target, request -> with.apply(request).GET());
  }

  public HttpResponse<String> post(String target, String body) {
    return post(target, body, AS_IT_IS);
  }

  public HttpResponse<String> post(
      String target, String body, UnaryOperator<HttpRequest.Builder> with) {
    return send(
        stranger, target, request -> with.apply(request).POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> send(String target, UnaryOperator<HttpRequest.Builder> with) {
    return send(stranger, target, with);
  }

  public HttpResponse<String> throughProxy(
      String target, UnaryOperator<HttpRequest.Builder> with) {
    return send(proxy, target, with);
  }

  private HttpResponse<String> send(
      HttpClient client, String target, UnaryOperator<HttpRequest.Builder> with) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + target))
            .timeout(Duration.ofSeconds(20));
    if (target.startsWith("/api/")) {
      request.header("Authorization", token());
    }
    try {
      return client.send(with.apply(request).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Sends the head exactly as written (lines end in CR LF) and reads until the server closes. */
  public String raw(String requestLine, String... headers) {
    try (var socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      String head =
          requestLine
              + "\r\nHost: localhost\r\nConnection: close\r\n"
              + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
