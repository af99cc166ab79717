package com.accordenergie.gateway.upstream;

import com.accordenergie.platform.web.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Carries one request to one instance. It stands in for the gateway's own exchange because that one
 * knows a single time-out for all requests, and forgets to close the answer (and so loses the
 * connection for good) when it turns an ETag into a 304.
 */
@Component
class UpstreamExchange implements ProxyExchange {

  private final ClientHttpRequestFactory reads;
  private final ClientHttpRequestFactory documents;
  private final ClientHttpRequestFactory feeds;
  private final ClientHttpRequestFactory writes;
  private final ClientHttpRequestFactory files;
  private final Uploads uploads;
  private final List<PathPattern> documentPaths;
  private final List<PathPattern> feedPaths;
  private final EventStreams streams;

  UpstreamExchange(
      CloseableHttpClient client,
      UpstreamProperties properties,
      Uploads uploads,
      EventStreams streams) {
    this.reads = factory(client, properties.read());
    this.documents = factory(client, properties.document());
    this.feeds = factory(client, properties.feed());
    this.writes = factory(client, properties.write());
    this.files = factory(client, properties.upload());
    this.uploads = uploads;
    this.documentPaths = patterns(properties.documents());
    this.feedPaths = patterns(properties.feeds());
    this.streams = streams;
  }

  private static List<PathPattern> patterns(List<String> paths) {
    return paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
  }

  private static ClientHttpRequestFactory factory(CloseableHttpClient client, Duration answer) {
    var factory = new HttpComponentsClientHttpRequestFactory(client);
    factory.setReadTimeout(answer);
    return factory;
  }

  /** Fails with an {@link UncheckedIOException} before anything of the answer was passed on. */
  @Override
  public ServerResponse exchange(Request request) {
    try {
      var answer = UpstreamAnswer.of(send(request));
      request.getResponseConsumers().forEach(consumer -> consumer.accept(answer, answer));
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ClientHttpResponse send(Request request) throws IOException {
    HttpServletRequest incoming = request.getServerRequest().servletRequest();
    if (EventStreams.include(incoming)) {
      return streams.open(Objects.requireNonNull(request.getUri()), request.getHeaders());
    }
    ClientHttpRequest outgoing = open(request);
    outgoing.getHeaders().putAll(request.getHeaders());
    InputStream body = incoming.getInputStream();
    if (hasBody(incoming) && outgoing instanceof StreamingHttpOutputMessage streaming) {
      streaming.setBody(target -> new IncomingBody(body).transferTo(target));
    }
    return outgoing.execute();
  }

  private ClientHttpRequest open(Request request) throws IOException {
    return factoryFor(request)
        .createRequest(Objects.requireNonNull(request.getUri()), request.getMethod());
  }

  private ClientHttpRequestFactory factoryFor(Request request) {
    HttpServletRequest incoming = request.getServerRequest().servletRequest();
    if (UpstreamFailure.isRead(request.getMethod())) {
      return factoryForRead(PathContainer.parsePath(incoming.getRequestURI()));
    }
    return uploads.include(incoming) ? files : writes;
  }

  private ClientHttpRequestFactory factoryForRead(PathContainer path) {
    if (documentPaths.stream().anyMatch(pattern -> pattern.matches(path))) {
      return documents;
    }
    return feedPaths.stream().anyMatch(pattern -> pattern.matches(path)) ? feeds : reads;
  }

  private static boolean hasBody(HttpServletRequest incoming) {
    return incoming.getContentLengthLong() > 0 || incoming.getHeader("Transfer-Encoding") != null;
  }
}
