package com.accordenergie.intervention.volume;

import com.accordenergie.intervention.listing.Words;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores who is new in the company, wherever services know of them: all of them, or nobody. */
final class Hiring {

  static final String DISPATCHER = "volume-standardiste-";
  static final String TECHNICIAN = "volume-intervenant-";
  static final String CLIENT = "volume-client-";

  /** Whose password the new people get, so that anybody can log in as any of them. */
  private static final String PASSWORD_OF = "standardiste1";

  private record Person(
      UUID id,
      String username,
      String name,
      String role,
      @Nullable UUID client,
      String skill,
      java.time.Instant since) {

    String email() {
      return username + "@volume.accordenergie.fr";
    }
  }

  private final Connection connection;
  private final Schemas schemas;
  private final List<BulkInsert> inserts = new ArrayList<>();
  private final BulkInsert clients;
  private final BulkInsert clientWords;
  private final BulkInsert clientCopies;
  private final BulkInsert sites;
  private final BulkInsert siteCopies;
  private final BulkInsert people;
  private final BulkInsert peopleWords;
  private final BulkInsert skills;
  private final BulkInsert accounts;
  private final BulkInsert workers;
  private final BulkInsert authors;
  private final Followed followed;

  Hiring(Connection connection, Schemas schemas) {
    this.connection = connection;
    this.schemas = schemas;
    this.followed = new Followed(connection, schemas);
    String user = schemas.user();
    String work = schemas.intervention();
    String site = ".site (id, client_id, name, address_line, postal_code, city, active, ";
    clients = into(user + ".client (id, code, name, active, created_at, changed_at, version)");
    clientWords = into(user + ".client_word (client_id, word, shared, active)");
    clientCopies = into(work + ".client (id, code, name, active, sequence)");
    sites = into(user + site + "created_at, changed_at, version)");
    siteCopies = into(work + site + "sequence)");
    people =
        into(
            user
                + ".person (id, username, email, display_name, role, client_id, skills, active,"
                + " created_at, changed_at, version)");
    peopleWords = into(user + ".person_word (person_id, word, shared, role, client_id, active)");
    skills = into(user + ".person_skill (person_id, skill, active, display_name)");
    accounts =
        into(
            schemas.auth()
                + ".account (id, username, email, display_name, role, client_id, active,"
                + " person_sequence, password_hash, password_set_at, created_at)");
    workers = into(work + ".person (id, display_name, role, client_id, active, sequence)");
    authors = into(schemas.comment() + ".person (id, display_name, role, client_id, sequence)");
  }

  private BulkInsert into(String columns) {
    var insert = new BulkInsert(connection, columns);
    inserts.add(insert);
    return insert;
  }

  /** How many technicians earlier runs have hired. */
  static int technicians(Connection connection, Schemas schemas) throws SQLException {
    return known(connection, schemas, TECHNICIAN);
  }

  private static int known(Connection connection, Schemas schemas, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from %s.person where username like '%s%%'"
                    .formatted(schemas.user(), name))) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The number of people, clients and sites that were added. */
  int complete(Company company) throws SQLException {
    String password = password();
    int added = 0;
    int firstClient = known(connection, schemas, CLIENT);
    int number = codes(Math.max(0, company.clients() - firstClient));
    for (int client = firstClient; client < company.clients(); client++) {
      added += client(client, number++) + person(someoneAt(client), password);
      if (client % 500 == 0) {
        flush(); // Before any of them is full: the clients go first, others refer to them.
      }
    }
    for (int i = known(connection, schemas, DISPATCHER); i < company.dispatchers(); i++) {
      added += person(dispatcher(i), password);
    }
    for (int i = 0; i < company.technicians(); i++) {
      added += person(technician(company.firstTechnician() + i), password);
    }
    flush();
    connection.commit();
    return added;
  }

  private void flush() throws SQLException {
    for (BulkInsert insert : inserts) {
      insert.flush();
    }
    followed.flush();
  }

  private @Nullable String password() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select password_hash from %s.account where username = '%s'"
                    .formatted(schemas.auth(), PASSWORD_OF))) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** Takes so many numbers from the counter of client codes; the first of them. */
  private int codes(int count) throws SQLException {
    String counter = schemas.user() + ".client_counter";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("update " + counter + " set last = last + " + count);
      try (ResultSet row = statement.executeQuery("select last from " + counter)) {
        row.next();
        return row.getInt(1) - count + 1;
      }
    }
  }

  private int client(int client, int number) throws SQLException {
    UUID id = Company.client(client);
    String name = Company.clientName(client);
    String code = "CLI-%05d".formatted(number);
    clients.row(id, code, name, true, Company.since(client), Company.since(client), 1);
    clientCopies.row(id, code, name, true, 1);
    followed.clientOrSite(id);
    Collection<String> words = new TreeSet<>(Words.split(name));
    words.add("x0cli%05d".formatted(number));
    for (int i = 0; i < Company.sitesOf(client); i++) {
      words.addAll(site(client, i));
    }
    String before = "";
    for (String word : words) {
      clientWords.row(id, word, shared(before, word), true);
      before = word;
    }
    return 1 + Company.sitesOf(client);
  }

  /** The words by which its client is found. */
  private List<String> site(int client, int number) throws SQLException {
    UUID id = Company.site(client, number);
    String name = Company.siteName(client, number);
    String address = Company.address(client, number);
    String[] town = Company.town(client).split(" ", 2);
    var since = Company.since(2 * client + number);
    sites.row(id, Company.client(client), name, address, town[0], town[1], true, since, since, 1);
    siteCopies.row(id, Company.client(client), name, address, town[0], town[1], true, 1);
    followed.clientOrSite(id);
    return Words.split(name + " " + address + " " + Company.town(client));
  }

  private static Person dispatcher(int number) {
    return new Person(
        Company.dispatcher(number), DISPATCHER + "%04d".formatted(number + 1),
        Company.personName(number), "DISPATCHER", null, "", Company.since(number));
  }

  private static Person technician(int number) {
    return new Person(
        Company.technicianNumber(number), TECHNICIAN + "%04d".formatted(number + 1),
        Company.personName(7 * number), "TECHNICIAN", null,
        Vocabulary.SKILLS.get(number % Vocabulary.SKILLS.size()), Company.since(number));
  }

  private static Person someoneAt(int client) {
    return new Person(
        Company.clientUser(client), CLIENT + "%04d".formatted(client + 1),
        Company.personName(3 * client), "CLIENT", Company.client(client), "", Company.since(client));
  }

  private int person(Person person, @Nullable String password) throws SQLException {
    people.row(
        person.id, person.username, person.email(), person.name, person.role, person.client,
        person.skill, true, person.since, person.since, 1);
    accounts.row(
        person.id, person.username, person.email(), person.name, person.role, person.client, true, 1,
        password, password == null ? null : person.since, person.since);
    workers.row(person.id, person.name, person.role, person.client, true, 1);
    authors.row(person.id, person.name, person.role, person.client, 1);
    followed.person(person.id);
    String before = "";
    for (String word : new TreeSet<>(Words.split(person.name + " " + person.username + " " + person.email()))) {
      peopleWords.row(person.id, word, shared(before, word), person.role, person.client, true);
      before = word;
    }
    if (!person.skill.isEmpty()) {
      skills.row(person.id, String.join(" ", Words.split(person.skill)), true, person.name);
    }
    return 1;
  }

  /** How many letters a word has in common with the one before it, as the search of people wants it. */
  private static int shared(String before, String word) {
    int shared = 0;
    while (shared < before.length()
        && shared < word.length()
        && before.charAt(shared) == word.charAt(shared)) {
      shared++;
    }
    return shared;
  }
}
