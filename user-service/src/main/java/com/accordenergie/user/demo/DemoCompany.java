package com.accordenergie.user.demo;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.site.SiteDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The demo company as it is written down in {@code demo/staff.txt} and {@code demo/clients.txt}. */
record DemoCompany(List<PersonDetails> staff, List<DemoClient> clients) {

  private static final String SITE = "  - ";
  private static final int SECOND_USER = 5;

  /**
   * A client with all that belongs to it.
   *
   * @param userNames of those who log in for it
   */
  record DemoClient(
      int number, ClientDetails details, List<SiteDetails> sites, List<String> userNames) {

    /** {@code client07} and {@code client07b}. */
    PersonDetails user(int position, UUID clientId) {
      String username = "client%02d%s".formatted(number, position == 0 ? "" : "b");
      return new PersonDetails(
          username,
          email(username),
          userNames.get(position),
          Role.CLIENT,
          clientId,
          details.phone(),
          List.of());
    }
  }

  static DemoCompany read() {
    List<DemoClient> clients = new ArrayList<>();
    for (String line : lines("clients.txt")) {
      if (line.startsWith(SITE)) {
        clients.getLast().sites().add(site(line));
      } else {
        clients.add(client(clients.size() + 1, line));
      }
    }
    return new DemoCompany(lines("staff.txt").stream().map(DemoCompany::member).toList(), clients);
  }

  private static PersonDetails member(String line) {
    String[] columns = columns(line);
    boolean technician = columns[0].startsWith("intervenant");
    return new PersonDetails(
        columns[0],
        email(columns[0]),
        columns[1],
        technician ? Role.TECHNICIAN : Role.DISPATCHER,
        null,
        columns[2],
        technician ? List.of(columns[3].split(", ")) : List.of());
  }

  private static DemoClient client(int number, String line) {
    String[] columns = columns(line);
    List<String> users = new ArrayList<>(List.of(columns[4]));
    if (!columns[SECOND_USER].isEmpty()) {
      users.add(columns[SECOND_USER]);
    }
    return new DemoClient(
        number,
        new ClientDetails(columns[0], columns[1], columns[2], columns[3]),
        new ArrayList<>(),
        users);
  }

  private static SiteDetails site(String line) {
    String[] columns = columns(line.substring(SITE.length()));
    return new SiteDetails(
        columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
  }

  private static String email(String username) {
    return username + "@demo.accordenergie.fr";
  }

  private static String[] columns(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
  }

  private static List<String> lines(String name) {
    try (InputStream file =
        Objects.requireNonNull(DemoCompany.class.getResourceAsStream("/demo/" + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
