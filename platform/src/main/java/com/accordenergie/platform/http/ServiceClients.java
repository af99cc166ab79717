package com.accordenergie.platform.http;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;

/**
 * HTTP from one service to another, by name: an instance is chosen by the load balancer for each
 * call. Bounded: 500 ms to connect, 2 s to read.
 */
public final class ServiceClients {

  private final RestClient.Builder builder;

  ServiceClients(RestClient.Builder loadBalanced) {
    this.builder = loadBalanced;
  }

  /** Calls without a token: only what a service shows to everybody. */
  public RestClient to(String serviceName) {
    return builder.clone().baseUrl("http://" + serviceName).build();
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
