package com.accordenergie.intervention.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the lists are that a page could be read from, and how dense, all in one statement. Of each no
 * more than the first so many rows are looked at, in its index alone.
 */
final class Sounding {

  /**
   * What a list is like.
   *
   * @param rows how many it has, counted no further than told
   * @param reach where in the order of the page the last counted row stands, as a text that sorts like
   *     it; null when there are fewer, or when the list does not lie in that order
   */
  record Depth(int rows, @Nullable String reach) {}

  private final Reading reading;
  private final int most;

  Sounding(Reading reading, int most) {
    this.reading = reading;
    this.most = most;
  }

  List<Depth> of(List<Lead> leads, JdbcClient jdbc) {
    Fragment sql = new Fragment();
    for (int number = 0; number < leads.size(); number++) {
      sql.add(number == 0 ? "" : " union all ").add(depth(number, leads.get(number)));
    }
    return jdbc.sql(sql.add(" order by number").sql())
        .params(sql.values())
        .query((row, number) -> depth(row))
        .list();
  }

  private Depth depth(ResultSet row) throws SQLException {
    int rows = row.getInt("counted");
    return new Depth(rows, rows < most ? null : row.getString("reach"));
  }

  private Fragment depth(int number, Lead lead) {
    return new Fragment()
        .add("select " + number + " as number, count(*) as counted, " + reach(lead) + " as reach from (")
        .add(
            switch (lead) {
              case Lead.ByIndex(ListIndex index) -> positions(index);
              case Lead.ByWord word -> positions(word);
              case Lead.ByWordOrLonger both ->
                  throw new IllegalArgumentException("sounded by its halves: " + both);
            })
        .add(isInOrder(lead) ? " order by position " + reading.order().direction() : "")
        .add(" limit " + most + ") looked_at");
  }

  private String reach(Lead lead) {
    if (!isInOrder(lead)) {
      return "null";
    }
    String last = (reading.order().descending() ? "min" : "max") + "(position)";
    return isByCreation() ? "hex(" + last + ")" : "cast(" + last + " as char)";
  }

  /** A list of one value in each dimension, or of one word. */
  private boolean isInOrder(Lead lead) {
    return switch (lead) {
      case Lead.ByIndex(ListIndex index) ->
          index.dimensions().stream()
              .allMatch(dimension -> reading.narrowing().of(dimension).size() == 1);
      case Lead.ByWord word -> word.match() == Lead.Match.WHOLE && isByCreation();
      case Lead.ByWordOrLonger both -> false;
    };
  }

  private boolean isByCreation() {
    return reading.order().key() == SortKey.CREATED_AT;
  }

  private Fragment positions(ListIndex index) {
    String position = "i." + index.key().column();
    Fragment sql =
        new Fragment()
            .add("select " + position + " as position")
            .add(" from intervention i force index (" + index.indexName() + ") where true");
    for (Dimension dimension : index.ordered()) {
      sql.add(" and ")
          .add(Conditions.among("i." + dimension.column(), reading.narrowing().of(dimension)));
    }
    return sql.add(fromHereOn(new Lead.ByIndex(index), position));
  }

  private Fragment positions(Lead.ByWord word) {
    String position = "w.intervention_id";
    return new Fragment()
        .add("select " + position + " as position from search_word w force index (")
        .add(PageStatement.wordIndex(word.scope()) + ") where ")
        .add(PageStatement.holding(word, reading.narrowing()))
        .add(fromHereOn(word, position));
  }

  /** Where a list lies in the order of the page, what is behind or before its stretch does not count. */
  private Fragment fromHereOn(Lead lead, String position) {
    var conditions = new Conditions(reading, position);
    if (isInOrder(lead)) {
      return conditions.along().add(conditions.beyond());
    }
    return lead instanceof Lead.ByIndex && !isByCreation()
        ? new Fragment().add(" and " + position + " is not null")
        : new Fragment();
  }
}
