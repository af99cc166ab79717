package com.accordenergie.user.client;

/**
 * All of a client that can be changed.
 *
 * @param active whether the company still works for them
 */
public record ClientState(ClientDetails details, boolean active) {

  public ClientState retired() {
    return new ClientState(details, false);
  }
}
