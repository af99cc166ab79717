package com.accordenergie.intervention;

import com.accordenergie.platform.identity.Caller;
import java.util.UUID;

/** Everybody who can stand in some relation to an intervention, none of them known from elsewhere. */
record Cast(
    Caller admin,
    Caller owner,
    Caller colleague,
    Caller technician,
    Caller otherTechnician,
    Caller client,
    Caller otherClient,
    UUID site,
    UUID otherSite) {

  static Cast fresh() {
    return new Cast(
        Caller.admin(UUID.randomUUID()),
        Caller.dispatcher(UUID.randomUUID()),
        Caller.dispatcher(UUID.randomUUID()),
        Caller.technician(UUID.randomUUID()),
        Caller.technician(UUID.randomUUID()),
        Caller.client(UUID.randomUUID(), UUID.randomUUID()),
        Caller.client(UUID.randomUUID(), UUID.randomUUID()),
        UUID.randomUUID(),
        UUID.randomUUID());
  }

  /** By the names that the tables of the tests use. */
  Caller called(String name) {
    return switch (name) {
      case "admin" -> admin;
      case "owner" -> owner;
      case "colleague" -> colleague;
      case "technician" -> technician;
      case "other technician" -> otherTechnician;
      case "client" -> client;
      case "other client" -> otherClient;
      case "partner" -> Caller.partner(UUID.randomUUID());
      default -> throw new IllegalArgumentException(name);
    };
  }

  UUID clientId() {
    return java.util.Objects.requireNonNull(client.clientId());
  }

  UUID otherClientId() {
    return java.util.Objects.requireNonNull(otherClient.clientId());
  }
}
