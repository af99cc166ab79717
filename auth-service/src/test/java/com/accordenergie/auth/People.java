package com.accordenergie.auth;


import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.PublishedEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The people of the company, as user-service tells of them. */
final class People {

  static final String PASSWORD = "quatre mots sans rapport";

  private final PublishedEvents events;
  private final Accounts accounts;
  private final PasswordChoice passwordChoice;

  People(PublishedEvents events, Accounts accounts, PasswordChoice passwordChoice) {
    this.events = events;
    this.accounts = accounts;
    this.passwordChoice = passwordChoice;
  }

  /** Somebody new, whose account has arrived; nobody else has that name. */
  Somebody arrive(Role role) {
    Somebody somebody = stranger(role);
    tell("user.created", somebody, 1);
    await(somebody.id(), account -> true);
    return somebody;
  }

  /** Somebody new who has chosen {@link #PASSWORD}. */
  Somebody arriveWithPassword(Role role) {
    Somebody somebody = arrive(role);
    passwordChoice.chooseFirst(somebody.id(), PASSWORD);
    return somebody;
  }

  /** Somebody of whom no event has told. */
  static Somebody stranger(Role role) {
    UUID id = Ids.next();
    String username =
        role.name().toLowerCase(Locale.ROOT) + "-" + id.toString().substring(24);
    return new Somebody(
        id, username, "Camille " + username, role, role == Role.CLIENT ? Ids.next() : null, true);
  }

  void tell(String event, Somebody somebody, long sequence) {
    events.publish(EventType.v1(event), somebody.id(), sequence, somebody.data());
  }

  void erase(Somebody somebody, long sequence) {
    events.publish(
        EventType.v1("user.erased"), somebody.id(), sequence, Map.of("id", somebody.id()));
  }

  Account await(UUID id, Predicate<Account> condition) {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> accounts.findById(id), found -> found.filter(condition).isPresent())
        .orElseThrow();
  }

  record Somebody(
      UUID id, String username, String displayName, Role role, UUID clientId, boolean active) {

    Somebody as(Role other) {
      return new Somebody(id, username, displayName, other, clientId, active);
    }

    Somebody named(String other) {
      return new Somebody(id, username, other, role, clientId, active);
    }

    Somebody leaving() {
      return new Somebody(id, username, displayName, role, clientId, false);
    }

    Map<String, Object> data() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("id", id);
      data.put("username", username);
      data.put("email", username + "@exemple.fr");
      data.put("displayName", displayName);
      data.put("role", role);
      data.put("clientId", clientId);
      data.put("phone", null);
      data.put("active", active);
      data.put("skills", List.of());
      return data;
    }
  }
}
