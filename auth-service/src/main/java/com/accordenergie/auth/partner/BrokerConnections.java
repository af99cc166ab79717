package com.accordenergie.auth.partner;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Who is connected to the broker where the streams of partners are, by its management API. */
@Component
class BrokerConnections {

  private static final ParameterizedTypeReference<List<Open>> LIST =
      new ParameterizedTypeReference<>() {};

  private final RestClient management;
  private final String virtualHost;

  BrokerConnections(
      RestClientBuilderConfigurer clients,
      PartnerProperties properties,
      @Value("${spring.rabbitmq.username}") String username,
      @Value("${spring.rabbitmq.password}") String password) {
    this.management =
        clients
            .configure(RestClient.builder())
            .baseUrl(properties.management().toString())
            .defaultHeaders(headers -> headers.setBasicAuth(username, password))
            .build();
    this.virtualHost = properties.virtualHost();
  }

  /**
   * @param user whom the broker took it for; of a partner, the credential's id
   */
  record Open(String name, String user) {}

  List<Open> all() {
    List<Open> open =
        management
            .get()
            .uri("/api/vhosts/{virtualHost}/connections?columns=name,user", virtualHost)
            .retrieve()
            .body(LIST);
    return open == null ? List.of() : open;
  }

  void close(Open connection, String reason) {
    try {
      management
          .delete()
          .uri("/api/connections/{name}", connection.name())
          .header("X-Reason", reason)
          .retrieve()
          .toBodilessEntity();
    } catch (HttpClientErrorException.NotFound gone) {
      // It has ended meanwhile.
    }
  }
}
