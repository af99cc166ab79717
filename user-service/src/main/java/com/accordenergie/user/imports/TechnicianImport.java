package com.accordenergie.user.imports;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.person.PeopleManagement;
import com.accordenergie.user.person.PersonDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers the technicians of a table, one a line. Whose username is there already stays as they are. */
@Component
public class TechnicianImport {

  private static final TableReader TABLES =
      new TableReader(
          List.of(
              Column.needed("username", "identifiant", "nom d'utilisateur"),
              Column.needed("email", "e-mail", "adresse électronique", "courriel"),
              Column.needed("displayName", "nom", "nom affiché"),
              Column.optional("phone", "téléphone", "tél"),
              Column.optional("skills", "compétences")));

  private final PeopleManagement people;
  private final Rules rules;
  private final JdbcClient jdbc;

  TechnicianImport(PeopleManagement people, Rules rules, JdbcClient jdbc) {
    this.people = people;
    this.rules = rules;
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public ImportResult check(byte[] file) {
    return plan(TABLES.read(file)).result();
  }

  /** All of it, or nothing. */
  @Transactional(timeout = 30)
  public ImportResult write(byte[] file, Instant at) {
    Plan plan = plan(TABLES.read(file));
    if (plan.result().wrong() > 0) {
      throw ImportProblems.refused(plan.result());
    }
    people.registerAll(plan.fresh(), at);
    return plan.result();
  }

  private record Plan(List<PersonDetails> fresh, ImportResult result) {}

  private record Line(Table.Row row, PersonDetails details) {}

  private Plan plan(Table table) {
    List<ImportError> errors = new ArrayList<>(table.errors());
    List<Line> lines = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      PersonDetails details = details(row);
      int before = errors.size();
      rules
          .violations(details)
          .forEach(violation -> errors.add(row.impossible(column(violation.pointer()), violation.detail())));
      if (errors.size() == before) {
        lines.add(new Line(row, details));
      }
    }
    Map<String, String> emails = emailsByUsername(lines);
    Map<String, String> usernames = usernamesByEmail(lines);
    Map<String, Long> seen = new HashMap<>();
    List<PersonDetails> fresh = new ArrayList<>();
    int known = 0;
    for (Line line : lines) {
      PersonDetails person = line.details();
      ImportError twin = twin(line, seen);
      if (twin != null) {
        errors.add(twin);
      } else if (person.email().equals(emails.get(person.username()))) {
        known++;
      } else if (emails.containsKey(person.username())) {
        errors.add(taken(line, "username"));
      } else if (usernames.containsKey(person.email())) {
        errors.add(taken(line, "email"));
      } else {
        fresh.add(person);
      }
    }
    return new Plan(fresh, ImportResult.of(table.lines(), known, errors));
  }

  private static ImportError taken(Line line, String column) {
    return line.row().wrong(column, Mistake.VALUE_TAKEN, "Somebody else has it already.");
  }

  /** Two of one table cannot share a username or an address. */
  private static @Nullable ImportError twin(Line line, Map<String, Long> seen) {
    for (String column : List.of("username", "email")) {
      String value =
          column.equals("email") ? line.details().email() : line.details().username();
      Long before = seen.putIfAbsent(column + " " + value, line.row().line());
      if (before != null) {
        return line.row()
            .wrong(
                column, Mistake.VALUE_TWICE, before, "It stands in line " + before + " already.");
      }
    }
    return null;
  }

  private static PersonDetails details(Table.Row row) {
    String skills = row.get("skills");
    return new PersonDetails(
        row.get("username"),
        row.get("email"),
        row.get("displayName"),
        Role.TECHNICIAN,
        null,
        row.get("phone"),
        skills == null
            ? List.of()
            : Arrays.stream(skills.split("[,;|\\n]")).filter(skill -> !skill.isBlank()).toList());
  }

  private static String column(String pointer) {
    return pointer.split("/")[1];
  }

  private Map<String, String> emailsByUsername(List<Line> lines) {
    return found(
        "select username as k, email as v from person where username in (:keys)",
        lines.stream().map(line -> line.details().username()).distinct().toList());
  }

  private Map<String, String> usernamesByEmail(List<Line> lines) {
    return found(
        "select email as k, username as v from person where email in (:keys)",
        lines.stream().map(line -> line.details().email()).distinct().toList());
  }

  private Map<String, String> found(String sql, List<String> keys) {
    Map<String, String> found = new HashMap<>();
    for (List<String> bite : Bites.of(keys)) {
      jdbc.sql(sql)
          .param("keys", bite)
          .query(row -> {
            found.put(row.getString("k"), row.getString("v"));
          });
    }
    return found;
  }
}
