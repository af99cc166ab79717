package com.accordenergie.intervention.listing;

import com.accordenergie.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conditions of a reading, each as a piece of SQL on {@code intervention i}. */
final class Conditions {

  private final Reading reading;
  private final Criteria criteria;
  private final SortKey key;

  /** The column that the rows are sorted by, as the lead knows it. */
  private final String position;

  Conditions(Reading reading, String position) {
    this.reading = reading;
    this.criteria = reading.criteria();
    this.key = reading.order().key();
    this.position = position;
  }

  /** Every dimension, one of them perhaps held to a single value. */
  Fragment narrowing(@Nullable Dimension held, @Nullable Object value) {
    Fragment sql = new Fragment();
    for (Dimension dimension : reading.narrowing().dimensions()) {
      List<Object> values =
          dimension == held && value != null ? List.of(value) : reading.narrowing().of(dimension);
      sql.add(" and ").add(among("i." + dimension.column(), values));
    }
    return sql.add(siteOfTheClient());
  }

  /** Known before a row is read: the site of another client has no rows to go through. */
  private Fragment siteOfTheClient() {
    Narrowing narrowing = reading.narrowing();
    if (!narrowing.has(Dimension.SITE) || !narrowing.has(Dimension.CLIENT)) {
      return new Fragment();
    }
    return new Fragment()
        .add(
            " and (select s.client_id from site s where s.id = ?) = ?",
            narrowing.only(Dimension.SITE),
            narrowing.only(Dimension.CLIENT));
  }

  /** The stretch of the sort key that the list covers. */
  Fragment stretch() {
    Fragment sql = along();
    if (key == SortKey.CREATED_AT) {
      // The id holds the time to the millisecond, the column to the microsecond.
      bound(sql, "i.created_at >= ?", criteria.from());
      bound(sql, "i.created_at < ?", criteria.to());
    }
    if (Boolean.FALSE.equals(criteria.overdue())) {
      sql.add(" and (i.due_at is null or i.due_at >= ?)", reading.now());
    }
    return sql;
  }

  /** As much of it as the position alone can tell. */
  Fragment along() {
    Fragment sql = new Fragment();
    if (key == SortKey.CREATED_AT) {
      bound(sql, position + " >= ?", criteria.from(), Ids::floor);
      bound(sql, position + " < ?", criteria.to(), to -> Ids.floor(to.plus(Duration.ofMillis(1))));
    } else {
      sql.add(" and " + position + " is not null");
      bound(sql, position + " >= ?", criteria.from());
      bound(sql, position + " < ?", criteria.to());
    }
    if (Boolean.TRUE.equals(criteria.overdue())) {
      sql.add(" and " + position + " < ?", reading.now());
    }
    return sql;
  }

  private static void bound(Fragment sql, String condition, @Nullable Instant time) {
    bound(sql, condition, time, at -> at);
  }

  private static void bound(
      Fragment sql, String condition, @Nullable Instant time, Function<Instant, Object> value) {
    if (time != null) {
      sql.add(" and " + condition, value.apply(time));
    }
  }

  /** Past the last row of the page before. Written out: MySQL does not read a row comparison as a range. */
  Fragment beyond() {
    Reading.Position after = reading.after();
    String beyond = reading.order().beyond();
    if (after == null) {
      return new Fragment();
    }
    if (after.time() == null) {
      return new Fragment().add(" and " + position + " " + beyond + " ?", after.id());
    }
    return new Fragment()
        .add(
            " and " + position + " " + beyond + "= ?"
                + " and (" + position + " " + beyond + " ?"
                + " or (" + position + " = ? and i.id " + beyond + " ?))",
            after.time(),
            after.time(),
            after.time(),
            after.id());
  }

  /** Every word asked for but the one that leads. */
  Fragment words(Lead lead) {
    Fragment sql = new Fragment();
    SearchWords words = criteria.words();
    if (words == null) {
      return sql;
    }
    for (String word : words.whole()) {
      if (!(lead instanceof Lead.ByWord by && by.match() == Lead.Match.WHOLE && by.word().equals(word))) {
        sql.add(holds("= ?", word));
      }
    }
    boolean unfinishedLeads =
        lead instanceof Lead.ByWordOrLonger
            || lead instanceof Lead.ByWord by && by.match() == Lead.Match.BEGINNING;
    if (!unfinishedLeads) {
      sql.add(holds("like ?", words.unfinished() + "%"));
    }
    return sql;
  }

  /** The limit keeps the optimizer from turning the look-up into a join that leads. */
  private static Fragment holds(String comparison, String word) {
    return new Fragment()
        .add(
            " and (select 1 from search_word h where h.intervention_id = i.id and h.word "
                + comparison
                + " limit 1) is not null",
            word);
  }

  static Fragment among(String column, List<Object> values) {
    Fragment sql = new Fragment();
    return values.size() == 1
        ? sql.add(column + " = ?", values.getFirst())
        : sql.add(
            column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
            values.toArray());
  }
}
