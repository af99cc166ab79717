package com.accordenergie.user.client;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.search.IndexedWord;
import com.accordenergie.user.search.PhoneNumbers;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.search.WordTable;
import com.accordenergie.user.search.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps by which words clients are found: their own, and those of all their sites, so that a street or
 * the caretaker's number is enough. Written under the client's lock.
 */
@Component
class ClientIndex {

  static final WordTable WORDS = new WordTable("client_word", "client_id");

  private static final String SITES =
      """
      select name, address_line, postal_code, city, contact_name, contact_phone
      from site where client_id = ?
      """;

  private final JdbcTemplate jdbc;

  ClientIndex(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(ClientSnapshot client) {
    byte[] id = Ids.bytes(client.id());
    Set<String> words = wordsOf(client);
    jdbc.query(SITES, row -> {
      words.addAll(wordsOfSite(row));
    }, id);
    jdbc.update("delete from client_word where client_id = ?", id);
    jdbc.batchUpdate(
        "insert into client_word (client_id, word, shared, active) values (?, ?, ?, ?)",
        IndexedWord.of(words).stream()
            .map(word -> new Object[] {id, word.word(), word.shared(), client.active()})
            .toList());
  }

  private static Set<String> wordsOf(ClientSnapshot client) {
    ClientDetails details = client.details();
    Set<String> words =
        new LinkedHashSet<>(Words.of(details.name(), details.contactName(), details.email()));
    words.add(SearchTerms.codeWord(client.code()));
    PhoneNumbers.word(details.phone()).ifPresent(words::add);
    return words;
  }

  private static Set<String> wordsOfSite(ResultSet row) throws SQLException {
    Set<String> words =
        Words.of(
            row.getString("name"),
            row.getString("address_line"),
            row.getString("postal_code"),
            row.getString("city"),
            row.getString("contact_name"));
    PhoneNumbers.word(row.getString("contact_phone")).ifPresent(words::add);
    return words;
  }
}
