package com.accordenergie.user.client;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.search.IndexedWord;
import com.accordenergie.user.search.PhoneNumbers;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.search.WordTable;
import com.accordenergie.user.search.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

  private static final String SITES_OF_MANY =
      """
      select client_id, name, address_line, postal_code, city, contact_name, contact_phone
      from site where client_id\
      """;

  private static final String SITES = SITES_OF_MANY + " = ?";

  private static final String INSERT =
      "insert into client_word (client_id, word, shared, active) values (?, ?, ?, ?)";

  private static final int BITE = 200;

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
    jdbc.batchUpdate(INSERT, rows(client, words).toList());
  }

  /** Bites, so that no statement grows with the number of clients. */
  void writeAll(List<ClientSnapshot> clients) {
    for (int from = 0; from < clients.size(); from += BITE) {
      writeBite(clients.subList(from, Math.min(clients.size(), from + BITE)));
    }
  }

  private void writeBite(List<ClientSnapshot> clients) {
    Object[] ids = clients.stream().map(client -> Ids.bytes(client.id())).toArray();
    String in = " in (" + String.join(", ", Collections.nCopies(ids.length, "?")) + ")";
    Map<UUID, Set<String>> words = new HashMap<>();
    clients.forEach(client -> words.put(client.id(), wordsOf(client)));
    jdbc.query(
        SITES_OF_MANY + in,
        row -> {
          words.get(Ids.uuid(row.getBytes("client_id"))).addAll(wordsOfSite(row));
        },
        ids);
    jdbc.update("delete from client_word where client_id" + in, ids);
    jdbc.batchUpdate(
        INSERT,
        clients.stream()
            .flatMap(client -> rows(client, words.get(client.id())))
            .toList());
  }

  private static Stream<Object[]> rows(ClientSnapshot client, Set<String> words) {
    byte[] id = Ids.bytes(client.id());
    return IndexedWord.of(words).stream()
        .map(word -> new Object[] {id, word.word(), word.shared(), client.active()});
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
