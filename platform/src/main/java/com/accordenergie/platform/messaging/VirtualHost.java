package com.accordenergie.platform.messaging;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * A part of the broker where nothing is but a service's own streams: whoever is let in there sees no
 * queue of the suite, and takes no connection from it.
 */
final class VirtualHost {

  private static final Logger log = LoggerFactory.getLogger(VirtualHost.class);
  private static final Map<String, String> EVERYTHING =
      Map.of("configure", ".*", "write", ".*", "read", ".*");

  private final BrokerManagement management;
  private final String name;
  private final int connections;
  private volatile boolean made;
  private volatile String said = "";

  /**
   * @param connections how many there may be at a time, those of whoever is let in among them
   */
  VirtualHost(BrokerManagement management, String name, int connections) {
    this.management = management;
    this.name = name;
    this.connections = connections;
  }

  String name() {
    return name;
  }

  /**
   * Makes it, unless that was done. Where the account may not, or the management API is away, whoever
   * connects will see whether it is there.
   */
  void make() {
    if (made) {
      return;
    }
    try {
      put(Map.of("description", "A service's own streams"), "/api/vhosts/{host}", name);
      put(EVERYTHING, "/api/permissions/{host}/{account}", name, management.account());
      put(Map.of("value", connections), "/api/vhost-limits/{host}/max-connections", name);
      made = true;
    } catch (HttpClientErrorException notAllowed) {
      made = true;
      say(notAllowed);
    } catch (RestClientException away) {
      say(away);
    }
  }

  /** It was not there after all, or the broker has lost it since. */
  void makeAgain() {
    made = false;
  }

  /** Once, not with each attempt. */
  private void say(RestClientException failed) {
    if (!said.equals(failed.toString())) {
      said = failed.toString();
      log.warn("The virtual host {} was not made: {}", name, said);
    }
  }

  private void put(Object body, String uri, Object... names) {
    management
        .api()
        .put()
        .uri(uri, names)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }
}
