package com.accordenergie.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/**
 * The streams of live changes. They last, so they have connections and places of their own, and only
 * their silences are bounded: the service breaks each of them with a heartbeat.
 */
@Component
public class EventStreams implements SmartLifecycle {

  private static final String PATH = "/api/v1/events";

  private final CloseableHttpClient client;
  private final Set<StreamedAnswer> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  EventStreams(@Qualifier("streamHttpClient") CloseableHttpClient client) {
    this.client = client;
  }

  public static boolean include(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getRequestURI().equals(PATH);
  }

  ClientHttpResponse open(URI address, HttpHeaders headers) throws IOException {
    var request = new HttpGet(address);
    headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
    try {
      var answer =
          new StreamedAnswer(
              request,
              client.executeOpen(RoutingSupport.determineHost(request), request, null),
              open::remove);
      open.add(answer);
      if (!running) {
        answer.close();
      }
      return answer;
    } catch (HttpException malformed) {
      throw new IOException(malformed);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Their listeners come back to another gateway. */
  @Override
  public void stop() {
    running = false;
    open.forEach(StreamedAnswer::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the gateway has left discovery, before its server waits for the last requests. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 512;
  }
}
