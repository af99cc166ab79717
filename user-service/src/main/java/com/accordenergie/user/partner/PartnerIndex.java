package com.accordenergie.user.partner;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.search.IndexedWord;
import com.accordenergie.user.search.WordTable;
import com.accordenergie.user.search.Words;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps by which words partners are found. Written under the partner's lock. */
@Component
class PartnerIndex {

  static final WordTable WORDS = new WordTable("partner_word", "partner_id");

  private final JdbcTemplate jdbc;

  PartnerIndex(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(PartnerSnapshot partner) {
    byte[] id = Ids.bytes(partner.id());
    jdbc.update("delete from partner_word where partner_id = ?", id);
    jdbc.batchUpdate(
        "insert into partner_word (partner_id, word, shared, state) values (?, ?, ?, ?)",
        IndexedWord.of(Words.of(partner.details().name(), partner.details().contactEmail())).stream()
            .map(word -> new Object[] {id, word.word(), word.shared(), partner.state().name()})
            .toList());
  }
}
