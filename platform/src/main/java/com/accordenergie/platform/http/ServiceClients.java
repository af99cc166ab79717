package com.accordenergie.platform.http;

import com.accordenergie.platform.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * HTTP from one service to another, by name: an instance is chosen by the load balancer for each
 * call, and again, twice at most, when it cannot be reached. Bounded: 500 ms to connect, 2 s to read.
 */
public final class ServiceClients {

  private static final Logger log = LoggerFactory.getLogger(ServiceClients.class);

  private final RestClient.Builder builder;

  ServiceClients(RestClient.Builder loadBalanced) {
    this.builder =
        loadBalanced.requestInterceptors(all -> all.addFirst(new NextInstance()));
  }

  /** Calls without a token: only what a service shows to everybody. */
  public RestClient to(String serviceName) {
    return builder.clone().baseUrl("http://" + serviceName).build();
  }

  /**
   * One thing of another service, asked for as the caller: empty when there is none that they may see.
   *
   * @param path of the thing, with a place for each id
   * @throws com.accordenergie.platform.problem.ProblemException 503 when no answer can be had
   */
  public <T> Optional<Versioned<T>> find(
      String serviceName, String path, Class<T> type, UUID... ids) {
    try {
      return asCaller(serviceName)
          .get()
          .uri(path, (Object[]) ids)
          .exchangeForRequiredValue((request, response) -> read(response, type));
    } catch (RestClientException | IllegalStateException away) {
      // IllegalStateException: the load balancer knows no instance.
      log.warn("{} did not tell about {}: {}", serviceName, List.of(ids), away.toString());
      throw Problems.unavailable("It could not be looked up. Please try again in a moment.");
    }
  }

  private static <T> Optional<Versioned<T>> read(
      ConvertibleClientHttpResponse response, Class<T> type) throws IOException {
    HttpStatusCode status = response.getStatusCode();
    if (status.isSameCodeAs(HttpStatus.NOT_FOUND) || status.isSameCodeAs(HttpStatus.FORBIDDEN)) {
      return Optional.empty();
    }
    if (!status.isSameCodeAs(HttpStatus.OK)) {
      throw new RestClientException("answered " + status);
    }
    T body = response.bodyTo(type);
    String tag = response.getHeaders().getETag();
    if (body == null || tag == null || !tag.matches("\"\\d{1,18}\"")) {
      throw new RestClientException("answered without a body or a version");
    }
    return Optional.of(new Versioned<>(body, Long.parseLong(tag, 1, tag.length() - 1, 10)));
  }

  /** Calls with the caller's own access token, so that the other service decides as it always does. */
  public RestClient asCaller(String serviceName) {
    return builder
        .clone()
        .baseUrl("http://" + serviceName)
        .requestInitializer(
            request -> {
              if (SecurityContextHolder.getContext().getAuthentication()
                  instanceof JwtAuthenticationToken known) {
                request
                    .getHeaders()
                    .set(HttpHeaders.AUTHORIZATION, "Bearer " + known.getToken().getTokenValue());
              }
            })
        .build();
  }
}
