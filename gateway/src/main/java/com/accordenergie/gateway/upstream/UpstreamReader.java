package com.accordenergie.gateway.upstream;

import com.accordenergie.platform.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Reads something small that a service keeps for the gateway only. */
@Component
public class UpstreamReader {

  private static final int AT_MOST = 4 << 20;

  private final Upstreams upstreams;
  private final CloseableHttpClient client;

  UpstreamReader(Upstreams upstreams, CloseableHttpClient client) {
    this.upstreams = upstreams;
    this.client = client;
  }

  /** The bytes at the path, or a problem when no instance has them within the given time. */
  public byte[] read(Upstream upstream, String path, Duration patience) {
    var requests = new HttpComponentsClientHttpRequestFactory(client);
    requests.setReadTimeout(patience);
    return upstreams.ask(
        upstream, HttpMethod.GET, instance -> read(requests, instance.resolve(path)));
  }

  private static byte[] read(HttpComponentsClientHttpRequestFactory requests, URI address) {
    try (ClientHttpResponse answer =
        requests.createRequest(address, HttpMethod.GET).execute()) {
      byte[] bytes = answer.getBody().readNBytes(AT_MOST + 1);
      if (!answer.getStatusCode().is2xxSuccessful() || bytes.length > AT_MOST) {
        throw Problems.unavailable("The service has nothing to show.");
      }
      return bytes;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
