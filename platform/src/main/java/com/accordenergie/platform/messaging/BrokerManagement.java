package com.accordenergie.platform.messaging;

import org.springframework.web.client.RestClient;

/** RabbitMQ's management API, called in the name of the services' own account. */
public final class BrokerManagement {

  private final RestClient api;
  private final String account;

  BrokerManagement(RestClient api, String account) {
    this.api = api;
    this.account = account;
  }

  public RestClient api() {
    return api;
  }

  /** Who calls. */
  String account() {
    return account;
  }
}
