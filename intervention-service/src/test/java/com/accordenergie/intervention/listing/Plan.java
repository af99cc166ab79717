package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.listing.ListingDatabase.Sent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database has really done for a statement, as EXPLAIN ANALYZE tells it. */
record Plan(String text, List<Access> accesses) {

  private static final Pattern ACCESS =
      Pattern.compile(
          "-> ([A-Z][A-Za-z -]+) on (\\w+|<[^>]+>)(?: using (\\w+))?.*"
              + "\\((?:never executed|actual time=\\S+ rows=(\\S+) loops=(\\d+))\\)");

  /** The keys of the page, in memory. */
  private static final Set<String> OF_THE_PAGE = Set.of("p", "<union temporary>", "<temporary>");

  /**
   * A table that was read.
   *
   * @param how "Covering index range scan", for example
   * @param index null when the whole table was gone through
   * @param rows all together
   */
  record Access(String how, String alias, @Nullable String index, long rows) {

    /** One row at most for each that was found before. */
    boolean isLookUp() {
      return how.startsWith("Single-row");
    }
  }

  /**
   * Without the push-down of conditions into the index, so that the entries that are gone through and
   * rejected there are counted like all others.
   */
  static Plan of(Sent statement, TransactionTemplate transaction, JdbcClient jdbc) {
    String text =
        transaction.execute(
            status -> {
              jdbc.sql("set session optimizer_switch = 'index_condition_pushdown=off'").update();
              return jdbc.sql("explain analyze " + statement.sql())
                  .params(statement.values())
                  .query(String.class)
                  .single();
            });
    return new Plan(Objects.requireNonNull(text), accesses(text));
  }

  private static List<Access> accesses(String text) {
    List<Access> accesses = new ArrayList<>();
    for (String line : text.split("\n")) {
      Matcher access = ACCESS.matcher(line);
      if (access.find() && !OF_THE_PAGE.contains(access.group(2))) {
        accesses.add(
            new Access(
                access.group(1), access.group(2), access.group(3),
                access.group(4) == null ? 0 : rows(access.group(4), access.group(5))));
      }
    }
    return accesses;
  }

  /** The database tells how many rows each loop had on average. */
  private static long rows(String each, String loops) {
    return new BigDecimal(each).multiply(new BigDecimal(loops)).setScale(0, java.math.RoundingMode.HALF_UP).longValue();
  }

  Stream<Access> of(String... aliases) {
    return accesses.stream().filter(access -> List.of(aliases).contains(access.alias()));
  }

  /** Rows of the lists and words that were gone through to find those of the page, themselves included. */
  long goneThrough() {
    return of("i", "w", "h").mapToLong(Access::rows).sum();
  }

  /** The indexes in which the page was looked for. */
  List<String> leads() {
    return of("i", "w")
        .filter(access -> !access.isLookUp())
        .map(access -> String.valueOf(access.index()).toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Statuses, urgencies, clients, sites, people: what is looked up for each row. */
  Stream<Access> lookedUp() {
    return of("s", "u", "c", "e", "o", "t");
  }
}
