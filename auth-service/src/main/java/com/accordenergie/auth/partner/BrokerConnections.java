package com.accordenergie.auth.partner;

import com.accordenergie.platform.messaging.BrokerManagement;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  BrokerConnections(BrokerManagement management, PartnerProperties properties) {
    this.management = management.api();
    this.virtualHost = properties.virtualHost();
  }

  /**
   * @param user whom the broker took it for; of a partner, the credential's id
   * @param since when it was opened, in milliseconds as the broker counts them; null when it was just now
   */
  record Open(
      String name, @Nullable String user, @JsonProperty("connected_at") @Nullable Long since) {}

  /** None while the virtual host is not there yet. */
  List<Open> all() {
    try {
      List<Open> open =
          management
              .get()
              .uri("/api/vhosts/{host}/connections?columns=name,user,connected_at", virtualHost)
              .retrieve()
              .body(LIST);
      return open == null ? List.of() : open;
    } catch (HttpClientErrorException.NotFound notYet) {
      return List.of();
    }
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
