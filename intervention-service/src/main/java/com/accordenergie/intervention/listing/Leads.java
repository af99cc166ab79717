package com.accordenergie.intervention.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides which list leads. Where an index fits the filters exactly there is nothing to decide. For
 * everything else (several filters together, words) the candidates are counted, each up to {@value
 * #SHORT} rows, and the shortest leads: then no more than that is gone through, whatever the data
 * are like. When all are long, the page is read along the sort order and the rest is looked up.
 */
@Component
class Leads {

  static final int SHORT = 1_000;

  private final JdbcClient jdbc;

  Leads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Lead choose(Reading reading) {
    List<Lead> candidates = candidates(reading);
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    List<Integer> lengths = lengths(reading, candidates);
    int shortest =
        IntStream.range(0, candidates.size())
            .boxed()
            .min(Comparator.comparing(lengths::get))
            .orElseThrow();
    return lengths.get(shortest) < SHORT
        ? candidates.get(shortest)
        : alongTheOrder(reading.order(), candidates);
  }

  static List<Lead> candidates(Reading reading) {
    SortKey key = reading.order().key();
    List<Lead> candidates = new ArrayList<>();
    ListIndexes.bestFor(leading(reading.narrowing()), key)
        .forEach(index -> candidates.add(new Lead.ByIndex(index)));
    SearchWords words = reading.criteria().words();
    if (words != null) {
      Dimension scope = wordScope(reading.narrowing());
      words.whole().forEach(word -> candidates.add(new Lead.ByWord(word, false, scope)));
      candidates.add(new Lead.ByWord(words.unfinished(), true, scope));
    }
    return candidates;
  }

  /** A site says which client: the client leads no further. */
  private static Set<Dimension> leading(Narrowing narrowing) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    dimensions.addAll(narrowing.dimensions());
    if (dimensions.contains(Dimension.SITE)) {
      dimensions.remove(Dimension.CLIENT);
    }
    return dimensions;
  }

  private static @Nullable Dimension wordScope(Narrowing narrowing) {
    for (var scope : List.of(Dimension.CLIENT, Dimension.TECHNICIAN, Dimension.OWNER)) {
      if (narrowing.has(scope)) {
        return scope;
      }
    }
    return null;
  }

  private List<Integer> lengths(Reading reading, List<Lead> candidates) {
    Fragment count = new Fragment();
    for (int i = 0; i < candidates.size(); i++) {
      count
          .add(i == 0 ? "select (" : ", (")
          .add(PageStatement.lengthOf(reading, candidates.get(i), SHORT))
          .add(")");
    }
    return jdbc.sql(count.sql())
        .params(count.values())
        .query(
            (row, number) ->
                IntStream.rangeClosed(1, candidates.size())
                    .mapToObj(column -> intAt(row, column))
                    .toList())
        .single();
  }

  private static int intAt(java.sql.ResultSet row, int column) {
    try {
      return row.getInt(column);
    } catch (java.sql.SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** A whole word is kept in the order of creation; otherwise an index that is in the right order. */
  private static Lead alongTheOrder(Order order, List<Lead> candidates) {
    return candidates.stream()
        .filter(
            lead ->
                lead instanceof Lead.ByWord word
                    && !word.unfinished()
                    && order.key() == SortKey.CREATED_AT)
        .findFirst()
        .orElse(candidates.getFirst());
  }
}
