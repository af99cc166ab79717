package com.accordenergie.platform.identity;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the access token says.
 *
 * @param id the person's or the partner's id, the token's {@code sub}
 * @param clientId the client record that a {@link Role#CLIENT} belongs to, null for everybody else
 */
public record Caller(UUID id, Role role, @Nullable UUID clientId) {

  public Caller {
    if ((role == Role.CLIENT) != (clientId != null)) {
      throw new IllegalArgumentException("exactly a client has a client record");
    }
  }

  public static Caller admin(UUID id) {
    return new Caller(id, Role.ADMIN, null);
  }

  public static Caller dispatcher(UUID id) {
    return new Caller(id, Role.DISPATCHER, null);
  }

  public static Caller technician(UUID id) {
    return new Caller(id, Role.TECHNICIAN, null);
  }

  public static Caller client(UUID id, UUID clientId) {
    return new Caller(id, Role.CLIENT, clientId);
  }

  public static Caller partner(UUID id) {
    return new Caller(id, Role.PARTNER, null);
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  public boolean isDispatcher() {
    return role == Role.DISPATCHER;
  }

  public boolean isTechnician() {
    return role == Role.TECHNICIAN;
  }

  public boolean isClient() {
    return role == Role.CLIENT;
  }

  public boolean is(@Nullable UUID person) {
    return id.equals(person);
  }

  public boolean belongsTo(UUID client) {
    return Objects.equals(clientId, client);
  }
}
