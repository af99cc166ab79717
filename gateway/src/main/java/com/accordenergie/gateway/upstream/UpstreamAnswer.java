package com.accordenergie.gateway.upstream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An instance's answer on its way to the caller. Its beginning is read before a byte goes out, so
 * that one which breaks off early is still a failure that can be told, or tried elsewhere.
 */
final class UpstreamAnswer implements ServerResponse, ProxyExchange.Response {

  private static final Logger log = LoggerFactory.getLogger(UpstreamAnswer.class);
  private static final int READ_AHEAD = 16 * 1024;

  /** Of a stream: there are many of them, and each says little. */
  private static final int AT_ONCE = 2 * 1024;

  private final ClientHttpResponse upstream;
  private final HttpStatusCode status;
  private final HttpHeaders headers;
  private final byte[] beginning;

  private UpstreamAnswer(
      ClientHttpResponse upstream, HttpStatusCode status, HttpHeaders headers, byte[] beginning) {
    this.upstream = upstream;
    this.status = status;
    this.headers = headers;
    this.beginning = beginning;
  }

  static UpstreamAnswer of(ClientHttpResponse upstream) throws IOException {
    try {
      HttpHeaders headers = HttpHeaders.copyOf(upstream.getHeaders());
      byte[] beginning =
          streams(headers) ? new byte[0] : upstream.getBody().readNBytes(READ_AHEAD);
      return new UpstreamAnswer(upstream, upstream.getStatusCode(), headers, beginning);
    } catch (IOException | RuntimeException failure) {
      upstream.close();
      throw failure;
    }
  }

  /** A stream may stay silent for long: its headers go out at once. */
  private static boolean streams(HttpHeaders headers) {
    MediaType type = headers.getContentType();
    return MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(type);
  }

  @Override
  public HttpStatusCode statusCode() {
    return status;
  }

  @Override
  public HttpStatusCode getStatusCode() {
    return status;
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    try (upstream) {
      response.setStatus(status.value());
      headers.forEach((name, values) -> replace(response, name, values));
      OutputStream target = response.getOutputStream();
      target.write(beginning);
      if (streams(headers)) {
        passOnAsItComes(upstream.getBody(), target);
      } else if (beginning.length == READ_AHEAD) {
        upstream.getBody().transferTo(target);
      }
    }
    return null;
  }

  /**
   * What the service says about its own answer stands above what the gateway says about all. Its
   * cookies stand beside the gateway's.
   */
  private static void replace(HttpServletResponse response, String name, List<String> values) {
    List<String> added = values;
    if (!name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
      response.setHeader(name, values.getFirst());
      added = values.subList(1, values.size());
    }
    added.forEach(value -> response.addHeader(name, value));
  }

  /** However it ends, whoever listens comes back and goes on from where it broke off. */
  private static void passOnAsItComes(InputStream source, OutputStream target) {
    try {
      target.flush();
      byte[] buffer = new byte[AT_ONCE];
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        target.write(buffer, 0, read);
        target.flush();
      }
    } catch (IOException brokenOff) {
      log.debug("A stream broke off: {}", brokenOff.toString());
    }
  }
}
