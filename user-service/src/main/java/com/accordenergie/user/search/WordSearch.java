package com.accordenergie.user.search;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds owners of words, in the order of the word that was found: the rarest of the typed beginnings
 * leads through its index, the others are looked up for each row. So a page costs what it returns,
 * and nothing is sorted. Of several words that begin alike, an owner is found by its first one only.
 */
public final class WordSearch {

  /** Beyond this, a beginning counts as frequent. */
  private static final int FREQUENT = 2000;

  private final JdbcClient jdbc;
  private final WordTable table;

  public WordSearch(JdbcClient jdbc, WordTable table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /**
   * @param filter on columns of the table of words
   * @param further a condition on {@code w}, the leading word, or nothing
   * @param context binds the cursor
   */
  public Page<UUID> find(
      SearchTerms terms, Filter filter, Condition further, PageRequest page, String context) {
    Cursor cursor = Cursor.decode(context, page.cursor());
    if (terms.words().isEmpty()) {
      return new Page<>(List.of(), null);
    }
    String leading = cursor == null ? rarest(terms.words()) : leadingWord(terms, cursor);
    List<Match> matches = matches(terms.words(), leading, filter, further, cursor, page.limit() + 1);
    return Page.of(matches, page, last -> Cursor.encode(context, leading, last.word(), last.owner()))
        .map(Match::owner);
  }

  /** Another condition that the leading word's row has to meet. */
  public record Condition(String sql, Map<String, Object> parameters) {

    public static final Condition NONE = new Condition("", Map.of());
  }

  private record Match(UUID owner, String word) {}

  private static String leadingWord(SearchTerms terms, Cursor cursor) {
    String word = cursor.text(0);
    if (!terms.words().contains(word)) {
      throw Problems.malformed("?cursor", "It is not a cursor of this list with these filters.");
    }
    return word;
  }

  /** The longest of those that are equally rare. */
  private String rarest(List<String> words) {
    if (words.size() == 1) {
      return words.getFirst();
    }
    String counts =
        IntStream.range(0, words.size())
            .mapToObj(
                i ->
                    "select %1$d as place, %2$d as letters, count(*) as found from"
                        .concat(" (select 1 from %3$s where word like :w%1$d limit %4$d) c%1$d")
                        .formatted(i, words.get(i).length(), table.name(), FREQUENT))
            .collect(Collectors.joining(" union all "));
    Map<String, Object> parameters = new HashMap<>();
    IntStream.range(0, words.size()).forEach(i -> parameters.put("w" + i, words.get(i) + "%"));
    int place =
        jdbc.sql("select place from (" + counts + ") counted order by found, letters desc, place limit 1")
            .params(parameters)
            .query(Integer.class)
            .single();
    return words.get(place);
  }

  private List<Match> matches(
      List<String> words,
      String leading,
      Filter filter,
      Condition further,
      @Nullable Cursor cursor,
      int rows) {
    Map<String, Object> parameters = new HashMap<>(filter.parameters());
    parameters.putAll(further.parameters());
    parameters.put("leading", leading + "%");
    parameters.put("letters", leading.codePointCount(0, leading.length()));
    StringBuilder sql =
        new StringBuilder(
            """
            select w.%2$s as owner, w.word from %1$s w force index (%3$s)
            where %4$s w.word like :leading and w.shared < :letters
            """
                .formatted(
                    table.name(),
                    table.owner(),
                    filter.index(stem(), "word"),
                    filter.conditions("w")));
    List<String> others = new ArrayList<>(words);
    others.remove(leading);
    for (int i = 0; i < others.size(); i++) {
      // A scalar, so that no optimizer turns it into a join that reads every word of the table.
      sql.append(
          " and (select 1 from %1$s o where o.%2$s = w.%2$s and o.word like :other%3$d limit 1) = 1\n"
              .formatted(table.name(), table.owner(), i));
      parameters.put("other" + i, others.get(i) + "%");
    }
    sql.append(further.sql());
    if (cursor != null) {
      // Written out, so that the index is entered at the very row and not at the word's first one.
      sql.append(
          " and (w.word > :word or (w.word = :word and w.%s > :id))\n".formatted(table.owner()));
      parameters.put("word", cursor.text(1));
      parameters.put("id", Ids.bytes(cursor.uuid(2)));
    }
    sql.append(" order by w.word, w.%s limit :rows".formatted(table.owner()));
    parameters.put("rows", rows);
    return jdbc.sql(sql.toString())
        .params(parameters)
        .query((row, number) -> new Match(Ids.uuid(row.getBytes("owner")), row.getString("word")))
        .list();
  }

  /** Indexes are named after what is searched: {@code client_active_word}. */
  private String stem() {
    return table.name().substring(0, table.name().length() - "_word".length());
  }
}
