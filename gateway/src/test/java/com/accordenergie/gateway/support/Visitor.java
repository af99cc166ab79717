package com.accordenergie.gateway.support;

import com.accordenergie.platform.identity.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A browser in front of the gateway: keeps what cookies it is given and sends all of them along. */
public final class Visitor {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final UnaryOperator<HttpRequest.Builder> AS_IT_IS = request -> request;

  private final int port;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  public Visitor(int port) {
    this.port = port;
  }

  /** From the first click to the page that was wanted. */
  public HttpResponse<String> logIn(FakeLogin login, Caller caller, String wanted) {
    return get(pathOf(login.typedAt(leaveFor(wanted), caller)));
  }

  /** To the address of the login page, where the browser was sent. */
  public URI leaveFor(String wanted) {
    return locationOf(get("/session/login?return=" + wanted));
  }

  public HttpResponse<String> get(String path) {
    return get(path, AS_IT_IS);
  }

  public HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> with) {
    return send(path, request -> with.apply(request.GET()));
  }

  /** As our page does it: with the cookie's token in the header. */
  public HttpResponse<String> post(String path, String body) {
    return send(
        path,
        request ->
            request
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")));
  }

  public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> with) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          HTTP.send(with.apply(request).build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void keep(String line) {
    String[] pair = line.split(";", 2)[0].split("=", 2);
    if (line.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  /** The same cookies in another place: a copy, or the same browser before another instance. */
  public Visitor copyAt(int otherPort) {
    var copy = new Visitor(otherPort);
    copy.cookies.putAll(cookies);
    return copy;
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public static URI locationOf(HttpResponse<?> response) {
    return URI.create(response.headers().firstValue("Location").orElseThrow());
  }

  public static String pathOf(URI address) {
    return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }
}
