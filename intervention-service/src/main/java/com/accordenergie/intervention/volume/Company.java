package com.accordenergie.intervention.volume;

import com.accordenergie.intervention.listing.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works and for whom: the same people, clients and sites on every run. */
final class Company {

  static final int DISPATCHERS = 200;
  static final int TECHNICIANS = 1_000;
  static final int CLIENTS = 5_000;
  static final int SITES = 8_000;

  private static final int DISPATCHER = 1;
  private static final int TECHNICIAN = 2;
  private static final int CLIENT = 3;
  private static final int SITE = 4;
  private static final int CLIENT_USER = 5;
  private static final Instant FOUNDED = Instant.parse("2020-01-01T00:00:00Z");

  private record Person(
      UUID id, String username, String name, String role, @Nullable UUID client, String skills) {

    String email() {
      return username + "@volume.accordenergie.fr";
    }
  }

  UUID dispatcher(int index) {
    return Draw.fixedId(DISPATCHER, index);
  }

  UUID technician(int index) {
    return Draw.fixedId(TECHNICIAN, index);
  }

  UUID client(int index) {
    return Draw.fixedId(CLIENT, index);
  }

  UUID clientUser(int client) {
    return Draw.fixedId(CLIENT_USER, client);
  }

  UUID site(int index) {
    return Draw.fixedId(SITE, index);
  }

  /** The first sites go to one client each, the rest to the clients with the most work. */
  int clientOfSite(int site) {
    return site < CLIENTS ? site : (site - CLIENTS) % CLIENTS;
  }

  int siteOfClient(int client, Draw draw) {
    int second = CLIENTS + client;
    return second < SITES && draw.percent(40) ? second : client;
  }

  String clientName(int index) {
    return "%s %s %d"
        .formatted(
            Vocabulary.HOUSES.get(index % Vocabulary.HOUSES.size()),
            Vocabulary.NAMES.get(index / Vocabulary.HOUSES.size() % Vocabulary.NAMES.size()),
            index + 1);
  }

  /** Adds whoever is missing; the number of people, clients and sites that were added. */
  int store(Connection connection, Schemas schemas) throws SQLException {
    int added = storeClients(connection, schemas) + storeSites(connection, schemas);
    added += storePeople(connection, schemas);
    connection.commit();
    return added;
  }

  private int storeClients(Connection connection, Schemas schemas) throws SQLException {
    var user = ignoring(connection, schemas.user() + ".client (id, code, name, active, created_at, changed_at, version)");
    var words = ignoring(connection, schemas.user() + ".client_word (client_id, word, active)");
    var copy = ignoring(connection, schemas.intervention() + ".client (id, code, name, active, sequence)");
    int added = 0;
    for (int i = 0; i < CLIENTS; i++) {
      String code = "V%05d".formatted(i + 1);
      user.row(client(i), code, clientName(i), true, FOUNDED, FOUNDED, 1);
      copy.row(client(i), code, clientName(i), true, 1);
      Set<String> known = new LinkedHashSet<>(Words.split(code + " " + clientName(i)));
      known.addAll(Words.split(siteName(i) + " " + address(i) + " " + city(i)));
      for (String word : known) {
        words.row(client(i), word, true);
      }
      if (i % 1000 == 999) {
        added += user.flush();
        copy.flush();
        words.flush();
      }
    }
    return added;
  }

  private int storeSites(Connection connection, Schemas schemas) throws SQLException {
    String columns = " (id, client_id, name, address_line, postal_code, city, active, ";
    var user = ignoring(connection, schemas.user() + ".site" + columns + "created_at, changed_at, version)");
    var copy = ignoring(connection, schemas.intervention() + ".site" + columns + "sequence)");
    int added = 0;
    for (int i = 0; i < SITES; i++) {
      UUID client = client(clientOfSite(i));
      String postalCode = "%05d".formatted(69_000 + i % 900);
      user.row(site(i), client, siteName(i), address(i), postalCode, city(i), true, FOUNDED, FOUNDED, 1);
      copy.row(site(i), client, siteName(i), address(i), postalCode, city(i), true, 1);
      if (i % 1000 == 999) {
        added += user.flush();
        copy.flush();
      }
    }
    return added;
  }

  private int storePeople(Connection connection, Schemas schemas) throws SQLException {
    var user =
        ignoring(
            connection,
            schemas.user()
                + ".person (id, username, email, display_name, role, client_id, skills, active, created_at, changed_at, version)");
    var words = ignoring(connection, schemas.user() + ".person_word (person_id, word, role, client_id, active)");
    var skills = ignoring(connection, schemas.user() + ".person_skill (person_id, skill, active, display_name)");
    var account =
        ignoring(
            connection,
            schemas.auth()
                + ".account (id, username, email, display_name, role, client_id, active, person_sequence, created_at)");
    var worker = ignoring(connection, schemas.intervention() + ".person (id, display_name, role, client_id, active, sequence)");
    var author = ignoring(connection, schemas.comment() + ".person (id, display_name, role, client_id, sequence)");
    int added = 0;
    for (int i = 0; i < DISPATCHERS + TECHNICIANS + CLIENTS; i++) {
      Person person = person(i);
      user.row(person.id, person.username, person.email(), person.name, person.role, person.client, person.skills, true, FOUNDED, FOUNDED, 1);
      account.row(person.id, person.username, person.email(), person.name, person.role, person.client, true, 1, FOUNDED);
      worker.row(person.id, person.name, person.role, person.client, true, 1);
      author.row(person.id, person.name, person.role, person.client, 1);
      for (String word : Set.copyOf(Words.split(person.name + " " + person.username))) {
        words.row(person.id, word, person.role, person.client, true);
      }
      if (!person.skills.isEmpty()) {
        skills.row(person.id, person.skills, true, person.name);
      }
      if (i % 1000 == 999 || i == DISPATCHERS + TECHNICIANS + CLIENTS - 1) {
        added += user.flush();
        for (BulkInsert other : List.of(account, worker, author, words, skills)) {
          other.flush();
        }
      }
    }
    return added;
  }

  private Person person(int index) {
    if (index < DISPATCHERS) {
      return new Person(
          dispatcher(index), "volume-standardiste-%04d".formatted(index + 1), personName(index),
          "DISPATCHER", null, "");
    }
    int technician = index - DISPATCHERS;
    if (technician < TECHNICIANS) {
      return new Person(
          technician(technician), "volume-intervenant-%04d".formatted(technician + 1),
          personName(index), "TECHNICIAN", null,
          List.of("gaz", "froid", "plomberie", "electricite").get(technician % 4));
    }
    int client = technician - TECHNICIANS;
    return new Person(
        clientUser(client), "volume-client-%04d".formatted(client + 1), personName(index), "CLIENT",
        client(client), "");
  }

  private static String personName(int index) {
    List<String> first = Vocabulary.FIRST_NAMES;
    List<String> last = Vocabulary.LAST_NAMES;
    return "%s %s".formatted(first.get(index % first.size()), last.get(index / first.size() % last.size()));
  }

  private static String siteName(int index) {
    return "Bâtiment " + (char) ('A' + index % 26);
  }

  private static String address(int index) {
    String street = Vocabulary.NAMES.get(index % Vocabulary.NAMES.size());
    return "%d rue %s".formatted(1 + index % 120, street.toLowerCase(Locale.FRENCH));
  }

  private static String city(int index) {
    return Vocabulary.CITIES.get(index % Vocabulary.CITIES.size());
  }

  private static BulkInsert ignoring(Connection connection, String into) {
    return new BulkInsert(connection, "insert ignore", into);
  }
}
