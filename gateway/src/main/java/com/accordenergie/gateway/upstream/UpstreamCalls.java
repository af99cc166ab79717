package com.accordenergie.gateway.upstream;

import com.accordenergie.platform.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Small calls that the gateway makes on its own account, and whose answer it reads itself. */
@Component
public class UpstreamCalls {

  private static final int AT_MOST = 4 << 20;

  private final Upstreams upstreams;
  private final CloseableHttpClient client;
  private final Duration write;

  UpstreamCalls(Upstreams upstreams, CloseableHttpClient client, UpstreamProperties properties) {
    this.upstreams = upstreams;
    this.client = client;
    this.write = properties.write();
  }

  /** What a service answered, whatever the status. */
  public record Reply(int status, @Nullable MediaType type, String body) {

    public boolean succeeded() {
      return status / 100 == 2;
    }
  }

  /** The answer of one instance, or a problem when none has answered within the given time. */
  public Reply get(Upstream upstream, String path, Duration patience) {
    return send(upstream, HttpMethod.GET, path, new HttpHeaders(), "", patience);
  }

  /** The answer of one instance, or a problem when none has answered. */
  public Reply send(
      Upstream upstream, HttpMethod method, String path, HttpHeaders headers, String body) {
    return send(upstream, method, path, headers, body, write);
  }

  private Reply send(
      Upstream upstream,
      HttpMethod method,
      String path,
      HttpHeaders headers,
      String body,
      Duration patience) {
    var requests = new HttpComponentsClientHttpRequestFactory(client);
    requests.setReadTimeout(patience);
    return upstreams.ask(
        upstream,
        method,
        instance -> send(requests, instance.resolve(path), method, headers, body));
  }

  private static Reply send(
      HttpComponentsClientHttpRequestFactory requests,
      URI address,
      HttpMethod method,
      HttpHeaders headers,
      String body) {
    try {
      ClientHttpRequest request = requests.createRequest(address, method);
      request.getHeaders().putAll(headers);
      if (!body.isEmpty()) {
        request.getBody().write(body.getBytes(StandardCharsets.UTF_8));
      }
      try (ClientHttpResponse answer = request.execute()) {
        byte[] bytes = answer.getBody().readNBytes(AT_MOST + 1);
        if (bytes.length > AT_MOST) {
          throw Problems.unavailable("The service says more than is read.");
        }
        return new Reply(
            answer.getStatusCode().value(),
            answer.getHeaders().getContentType(),
            new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
