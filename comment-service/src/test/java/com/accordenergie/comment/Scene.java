package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import java.util.UUID;

/** An intervention and all who have to do with it, and some who have not. */
record Scene(
    Intervention intervention,
    Caller admin,
    Caller otherAdmin,
    Caller owner,
    Caller colleague,
    Caller technician,
    Caller otherTechnician,
    Caller client,
    Caller sameClient,
    Caller otherClient) {

  UUID id() {
    return intervention.id();
  }

  static Scene fresh() {
    UUID clientId = UUID.randomUUID();
    Caller owner = Caller.dispatcher(UUID.randomUUID());
    Caller technician = Caller.technician(UUID.randomUUID());
    return new Scene(
        Told.created(clientId, owner.id(), technician.id()),
        Caller.admin(UUID.randomUUID()),
        Caller.admin(UUID.randomUUID()),
        owner,
        Caller.dispatcher(UUID.randomUUID()),
        technician,
        Caller.technician(UUID.randomUUID()),
        Caller.client(UUID.randomUUID(), clientId),
        Caller.client(UUID.randomUUID(), clientId),
        Caller.client(UUID.randomUUID(), UUID.randomUUID()));
  }
}
