package com.accordenergie.gateway.broken.two;

import org.springframework.web.client.RestClient;

/** Asks by itself. */
final class Two {

  Object client() {
    return RestClient.create();
  }
}
