package com.accordenergie.gateway.routing;

import com.accordenergie.gateway.edge.Admission;
import com.accordenergie.gateway.upstream.Upstream;
import com.accordenergie.gateway.upstream.Upstreams;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands a request on to a service, path, query and body byte for byte. (The gateway's own handler
 * takes forms apart and puts them together again.)
 */
@Component
class Forwarding {

  private final Upstreams upstreams;
  private final ProxyExchange exchange;
  private final RequestHeaders requestHeaders;
  private final ResponseHeaders responseHeaders;
  private final ProblemResponses problems;

  Forwarding(
      Upstreams upstreams,
      ProxyExchange exchange,
      RequestHeaders requestHeaders,
      ResponseHeaders responseHeaders,
      ProblemResponses problems) {
    this.upstreams = upstreams;
    this.exchange = exchange;
    this.requestHeaders = requestHeaders;
    this.responseHeaders = responseHeaders;
    this.problems = problems;
  }

  HandlerFunction<ServerResponse> service(Upstream upstream) {
    return request -> {
      try {
        return forward(request, upstream);
      } catch (ProblemException problem) {
        return problems.of(request, problem);
      }
    };
  }

  private ServerResponse forward(ServerRequest request, Upstream upstream) {
    URI target = targetOf(request);
    Admission.of(request.servletRequest()).toService(upstream);
    return upstreams.ask(
        upstream,
        request.method(),
        instance ->
            exchange.exchange(
                exchange
                    .request(request)
                    .uri(instance.resolve(target))
                    .headers(requestHeaders.forUpstream(upstream, request))
                    .responseConsumer(
                        (answer, response) ->
                            responseHeaders.forCaller(
                                upstream, instance, request, response.headers()))
                    .build()));
  }

  /** Path and query as they came, never decoded and encoded again. */
  private static URI targetOf(ServerRequest request) {
    String path = request.servletRequest().getRequestURI();
    String query = request.servletRequest().getQueryString();
    try {
      return new URI(query == null ? path : path + "?" + query);
    } catch (URISyntaxException unreadable) {
      throw Problems.malformed("?", "The address is not well formed.");
    }
  }
}
