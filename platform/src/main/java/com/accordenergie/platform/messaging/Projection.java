package com.accordenergie.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables that a service fills from the events of one of its subscriptions; declared as a bean beside
 * it, so that they can be built once more from the log and compared with what is there.
 *
 * <p>The rebuilding runs the handlers given here while temporary tables of the same names stand in
 * front of the real ones: they may write into these tables and into no other, and tell nobody.
 */
public final class Projection {

  private final Subscription rebuilding;
  private final List<Table> tables = new ArrayList<>();

  private Projection(Subscription rebuilding) {
    this.rebuilding = rebuilding;
  }

  /**
   * @param rebuilding to the same queue and the same types as the subscription that fills the tables;
   *     the very same, unless its handlers do more than that
   */
  public static Projection of(Subscription rebuilding) {
    return new Projection(rebuilding);
  }

  /**
   * @param key the columns of the primary key, each an id or a time
   * @param columns what the events say of a row; other columns are not compared. One whose name ends
   *     with {@code sequence} is the version that the row is of: no row is put back to an earlier one
   */
  public Projection table(String name, List<String> key, List<String> columns) {
    tables.add(new Table(name, List.copyOf(key), List.copyOf(columns), null));
    return this;
  }

  /**
   * @param condition which rows come from these events, in SQL
   */
  public Projection table(
      String name, List<String> key, List<String> columns, String condition) {
    tables.add(new Table(name, List.copyOf(key), List.copyOf(columns), condition));
    return this;
  }

  public String queue() {
    return rebuilding.queue();
  }

  Subscription rebuilding() {
    return rebuilding;
  }

  List<Table> tables() {
    return List.copyOf(tables);
  }

  record Table(
      String name, List<String> key, List<String> columns, @Nullable String condition) {

    List<String> all() {
      return Stream.concat(key.stream(), columns.stream()).toList();
    }

    /** Where among all the version stands that a row is of; -1 where rows have none. */
    int versionColumn() {
      return all().indexOf(
          columns.stream().filter(name -> name.endsWith("sequence")).findFirst().orElse(""));
    }
  }
}
