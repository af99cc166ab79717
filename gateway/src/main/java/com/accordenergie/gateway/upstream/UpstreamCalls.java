package com.accordenergie.gateway.upstream;

import com.accordenergie.platform.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  private static final int AT_MOST = 64 << 10;

  private final Upstreams upstreams;
  private final HttpComponentsClientHttpRequestFactory requests;

  UpstreamCalls(Upstreams upstreams, CloseableHttpClient client, UpstreamProperties properties) {
    this.upstreams = upstreams;
    this.requests = new HttpComponentsClientHttpRequestFactory(client);
    requests.setConnectionRequestTimeout(properties.pool());
    requests.setReadTimeout(properties.write());
  }

  /** What a service answered, whatever the status. */
  public record Reply(int status, @Nullable MediaType type, String body) {

    public boolean succeeded() {
      return status / 100 == 2;
    }
  }

  /** The answer of one instance, or a problem when none has answered. */
  public Reply send(
      Upstream upstream, HttpMethod method, String path, HttpHeaders headers, String body) {
    return upstreams.ask(
        upstream, method, instance -> send(instance.resolve(path), method, headers, body));
  }

  private Reply send(URI address, HttpMethod method, HttpHeaders headers, String body) {
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
