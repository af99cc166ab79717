package com.accordenergie.user.client.messaging;

import com.accordenergie.user.client.ClientSnapshot;
import java.util.UUID;

/** The data of the {@code client.*} events. */
record ClientTold(UUID id, String code, String name, boolean active) {

  static ClientTold of(ClientSnapshot client) {
    return new ClientTold(client.id(), client.code(), client.details().name(), client.active());
  }
}
