package com.accordenergie.user.person;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.search.IndexedWord;
import com.accordenergie.user.search.PhoneNumbers;
import com.accordenergie.user.search.WordTable;
import com.accordenergie.user.search.Words;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps by which words and skills people are found; written with the person itself. */
@Component
class PeopleIndex {

  static final WordTable WORDS = new WordTable("person_word", "person_id");

  private final JdbcTemplate jdbc;

  PeopleIndex(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(PersonSnapshot person) {
    forget(person.id());
    PersonDetails details = person.details();
    byte[] id = Ids.bytes(person.id());
    byte @Nullable [] client = details.clientId() == null ? null : Ids.bytes(details.clientId());
    jdbc.batchUpdate(
        "insert into person_word (person_id, word, shared, role, client_id, active)"
            + " values (?, ?, ?, ?, ?, ?)",
        IndexedWord.of(words(details)).stream()
            .map(
                word ->
                    new Object[] {
                      id, word.word(), word.shared(), details.role().name(), client, person.active()
                    })
            .toList());
    List<Object[]> skills =
        details.skills().stream()
            .map(Skills::key)
            .distinct()
            .map(skill -> new Object[] {id, skill, person.active(), details.displayName()})
            .toList();
    if (!skills.isEmpty()) {
      jdbc.batchUpdate(
          "insert into person_skill (person_id, skill, active, display_name) values (?, ?, ?, ?)",
          skills);
    }
  }

  void forget(UUID id) {
    jdbc.update("delete from person_word where person_id = ?", Ids.bytes(id));
    jdbc.update("delete from person_skill where person_id = ?", Ids.bytes(id));
  }

  private static Set<String> words(PersonDetails details) {
    Set<String> words = Words.of(details.displayName(), details.username(), details.email());
    PhoneNumbers.word(details.phone()).ifPresent(words::add);
    return words;
  }
}
