package com.accordenergie.intervention.volume;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who works and for whom: the first dispatcher, client or site is the same on every run, and more work
 * only brings more of them. Technicians are another matter: each run hires its own, whose time is all
 * free, so that whatever runs there were nobody is booked twice.
 */
record Company(int dispatchers, int clients, int firstTechnician, int technicians) {

  private static final Instant FOUNDED = Instant.parse("2020-01-01T00:00:00Z");

  private enum Kind {
    DISPATCHER,
    TECHNICIAN,
    CLIENT,
    SITE,
    CLIENT_USER
  }

  /** As many as so many interventions in five years need, the technicians after those already hired. */
  static Company of(long interventions, long more, int technicians) {
    return new Company(
        (int) Math.min(200, 4 + interventions / 5_000),
        (int) Math.min(5_000, 40 + interventions / 200),
        technicians,
        (int) (4 + more / 1_000));
  }

  static UUID dispatcher(int number) {
    return id(Kind.DISPATCHER, number);
  }

  static UUID client(int number) {
    return id(Kind.CLIENT, number);
  }

  /** The account of somebody at that client's. */
  static UUID clientUser(int client) {
    return id(Kind.CLIENT_USER, client);
  }

  static UUID site(int client, int number) {
    return id(Kind.SITE, 2 * client + number);
  }

  static UUID technicianNumber(int number) {
    return id(Kind.TECHNICIAN, number);
  }

  /** The technicians of this run in turn. */
  UUID technician(long turn) {
    return technicianNumber(firstTechnician + (int) (turn % technicians));
  }

  /** Three clients in five have a second building. */
  static int sitesOf(int client) {
    return client % 5 < 3 ? 2 : 1;
  }

  /** A UUID of version 7; its time is {@link #since}. */
  private static UUID id(Kind kind, int number) {
    long high = (since(number).toEpochMilli() << 16) | 0x7000L | kind.ordinal();
    return new UUID(high, Draw.MARK | ((long) kind.ordinal() << 28) | number);
  }

  static Instant since(int number) {
    return FOUNDED.plusMillis(number);
  }

  static String clientName(int number) {
    List<String> houses = Vocabulary.HOUSES;
    List<String> names = Vocabulary.NAMES;
    return "%s %s %d"
        .formatted(
            houses.get(number % houses.size()),
            names.get(number / houses.size() % names.size()),
            number + 1);
  }

  static String personName(int number) {
    List<String> first = Vocabulary.FIRST_NAMES;
    List<String> last = Vocabulary.LAST_NAMES;
    return first.get(number % first.size()) + " " + last.get(number / first.size() % last.size());
  }

  static String siteName(int client, int number) {
    return "Bâtiment " + (char) ('A' + (client + number) % 26);
  }

  static String address(int client, int number) {
    String street = Vocabulary.NAMES.get((client + number) % Vocabulary.NAMES.size());
    return "%d rue %s".formatted(1 + (client + 7 * number) % 120, street.toLowerCase(Locale.FRENCH));
  }

  /** {@code "69003 Lyon"}. */
  static String town(int client) {
    return Vocabulary.TOWNS.get(client % Vocabulary.TOWNS.size());
  }
}
