package com.accordenergie.intervention.listing;

import static com.accordenergie.intervention.listing.ListingDatabase.NOW;
import static com.accordenergie.intervention.listing.ListingDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.MultiValueMap;

/**
 * A page costs what it returns, however many interventions there are: every filter with every sort
 * for every role, first page and those after it. Counted in rows that the database itself says it has
 * read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListCostTest {

  private static final List<String> SORTS =
      List.of("createdAt", "-createdAt", "plannedStart", "-plannedStart", "dueAt", "-dueAt");
  private static final int LIMIT = 25;
  private static final int PAGES = 2;

  /** Rows gone through to find one of the page. */
  private static final int EXAMINED = 3;

  /**
   * What is read of each row once it is found, by primary key: itself, status, urgency, client, site,
   * owner, technician; and twice out of the page itself, to put it in order.
   */
  private static final int LOOKED_UP = 9;

  /** The lists of statuses and urgencies, read once to know the codes. */
  private static final int CODES = 20;

  private final ListingDatabase database = new ListingDatabase();
  private final SkewedWork work = new SkewedWork(database);

  /** What it costs to ask for the cost. */
  private @Nullable Cost counting;

  @AfterAll
  void close() {
    database.close();
  }

  private List<Caller> readers() {
    return List.of(
        SampleWork.admin(), Caller.dispatcher(work.owner(0)), Caller.dispatcher(work.owner(7)),
        Caller.technician(work.technician(0)), work.client(0));
  }

  /** What has an index of its own for every reader, by how many values are merged. */
  private Map<String, Integer> filters(Caller reader) {
    Map<String, Integer> filters = new LinkedHashMap<>();
    filters.put("", 1);
    for (String status : List.of("NEW", "ON_HOLD", "CLOSED", "CANCELLED")) {
      filters.put("status=" + status, 1);
    }
    filters.put("status=NEW,CLOSED", 2);
    filters.put("category=OPEN", 1);
    filters.put("category=PLANNED", 2);
    filters.put("category=RESOLVED,CLOSED", 3);
    for (String urgency : List.of("NORMAL", "CRITICAL")) {
      filters.put("urgency=" + urgency, 1);
    }
    filters.put("urgency=LOW,CRITICAL", 2);
    for (int number : new int[] {0, 11}) {
      filters.put("clientId=" + work.clientId(number), 1);
      filters.put("siteId=" + work.site(number), 1);
      filters.put("clientId=" + work.clientId(number) + "&siteId=" + work.site(number), 1);
      if (reader.role() != Role.CLIENT) {
        filters.put("ownerId=" + work.owner(number), 1);
        filters.put("technicianId=" + work.technician(number), 1);
      }
    }
    String from = "from=" + NOW.minus(Duration.ofDays(7));
    String to = "to=" + NOW.minus(Duration.ofDays(4));
    for (String stretch : List.of(from, to, from + "&" + to)) {
      filters.put(stretch, 1);
      filters.put("status=CLOSED&" + stretch, 1);
    }
    filters.put("overdue=true", 1);
    filters.put("overdue=true&status=SCHEDULED", 1);
    filters.put("overdue=true&urgency=HIGH", 1);
    return filters;
  }

  @Test
  void aPageCostsWhatItReturns() {
    for (Caller reader : readers()) {
      filters(reader)
          .forEach(
              (filter, merged) -> {
                for (String sort : sortsOf(filter)) {
                  walk(reader, filter, sort, (returned) -> merged * (EXAMINED + LOOKED_UP) * (returned + 1) + CODES);
                }
              });
    }
  }

  /** What is not overdue has no index except in the order of due times: the overdue are gone through. */
  @Test
  void whatIsNotOverdueCostsWhatItReturnsAndTheOverdueInBetween() {
    for (Caller reader : readers()) {
      int overdue = database.walk(reader, asQuery("overdue=true", "dueAt"), 100).size();
      for (String sort : SORTS) {
        int between = sort.endsWith("dueAt") ? 0 : 2 * overdue;
        walk(reader, "overdue=false", sort,
            (returned) -> (EXAMINED + LOOKED_UP) * (returned + 1) + between);
      }
    }
  }

  /**
   * Words, and filters for which together there is no index: the candidates are counted up to a limit
   * and the shortest is gone through. A fixed price, whatever the volume.
   */
  @Test
  void whatHasNoIndexOfItsOwnHasAFixedPrice() {
    List<String> filters =
        List.of(
            "q=chaudiere", "q=chau", "q=fuite", "q=radiateur", "q=rarete", "q=rar", "q=inconnu",
            "q=INT-2026-000123", "q=2026-000123", "q=fuite chaudiere", "q=radiateur chaudiere",
            "q=rarete chau", "q=fuite&status=CLOSED", "q=rarete&urgency=LOW",
            "status=CLOSED&urgency=CRITICAL", "status=NEW&urgency=LOW",
            "status=CLOSED&clientId=" + work.clientId(0),
            "urgency=NORMAL&technicianId=" + work.technician(3),
            "status=CLOSED&urgency=LOW&siteId=" + work.site(11));
    int counted = 3 * 2 * Leads.SHORT; // Three candidates, written down and read.
    int goneThrough = 6 * Leads.SHORT; // An entry, its row, a look for each other word, and the sorting.
    int fixed = counted + goneThrough;
    for (Caller reader : readers()) {
      for (String filter : filters) {
        for (String sort : SORTS) {
          walk(reader, filter, sort, (returned) -> fixed + LOOKED_UP * (returned + 1) + CODES);
        }
      }
    }
  }

  private interface Price {
    int of(int returned);
  }

  private void walk(Caller reader, String filter, String sort, Price price) {
    @Nullable String cursor = null;
    for (int number = 1; number <= PAGES && (number == 1 || cursor != null); number++) {
      cursor = read(reader, filter, sort, cursor, number, price);
    }
  }

  private @Nullable String read(
      Caller reader, String filter, String sort, @Nullable String cursor, int number, Price price) {
    String what = "page %d of %s by %s for %s".formatted(number, filter, sort, reader.role());
    List<Page<ListedIntervention>> pages = new ArrayList<>();
    Cost cost =
        cost(() -> pages.add(database.page(reader, asQuery(filter, sort), LIMIT, cursor)));
    Page<ListedIntervention> page = pages.getFirst();
    assertThat(cost.rows()).as("rows read for " + what).isLessThanOrEqualTo(price.of(page.items().size()));
    assertThat(cost.statements()).as("statements for " + what).isBetween(0L, 3L);
    return page.nextCursor();
  }

  private record Cost(long rows, long statements) {

    Cost minus(Cost other) {
      return new Cost(rows - other.rows, statements - other.statements);
    }
  }

  private Cost cost(Runnable action) {
    return database.transaction.execute(
        status -> {
          if (counting == null) {
            Cost first = counters();
            counting = counters().minus(first);
          }
          Cost before = counters();
          action.run();
          return counters().minus(before).minus(counting);
        });
  }

  private Cost counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    database
        .jdbc
        .sql("show session status where variable_name like 'Handler_read%' or variable_name = 'Com_select'")
        .query(row -> {
          counters.put(row.getString(1), row.getLong(2));
        });
    long statements = counters.remove("Com_select");
    return new Cost(counters.values().stream().mapToLong(Long::longValue).sum(), statements);
  }

  private static List<String> sortsOf(String filter) {
    return filter.contains("overdue=true") ? List.of("dueAt", "-dueAt") : SORTS;
  }

  private static MultiValueMap<String, String> asQuery(String filter, String sort) {
    MultiValueMap<String, String> query = query("sort", sort);
    for (String part : filter.isEmpty() ? new String[0] : filter.split("&")) {
      String[] nameAndValue = part.split("=", 2);
      query.add(nameAndValue[0], nameAndValue[1]);
    }
    return query;
  }
}
