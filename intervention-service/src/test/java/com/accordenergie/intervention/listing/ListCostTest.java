package com.accordenergie.intervention.listing;

import static com.accordenergie.intervention.listing.ListingDatabase.NOW;
import static com.accordenergie.intervention.listing.ListingDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.listing.ListingDatabase.Sent;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.MultiValueMap;

/**
 * A page costs what it returns, however many interventions there are: every filter with every sort
 * for every role, first page and the one after it. Judged by the plan that the database has followed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListCostTest {

  private static final List<String> SORTS =
      List.of("createdAt", "-createdAt", "plannedStart", "-plannedStart");
  private static final List<String> DUE_SORTS = List.of("dueAt", "-dueAt");
  private static final List<String> ALL_SORTS =
      Stream.concat(SORTS.stream(), DUE_SORTS.stream()).toList();
  private static final int LIMIT = 25;
  private static final int PAGES = 2;

  /** For a row of the page: itself, and an entry in each of at most two merged lists. */
  private static final int EXAMINED = 3;

  /** The row after the page, read to know whether there is one; it costs what every row costs. */
  private static final int LOOK_AHEAD = EXAMINED;

  /** Five lists are sounded at most; or of a short one each entry is read, its row, and the other words. */
  private static final int FIXED_PRICE = 5 * Leads.SHORT;

  private final ListingDatabase database = new ListingDatabase();
  private final SkewedWork work = new SkewedWork(database);
  private final Codes codes = Codes.read(database.jdbc);

  @AfterAll
  void close() {
    database.close();
  }

  /**
   * @param dimensions what it narrows a list by
   * @param values how many statuses or urgencies are merged
   */
  private record Filter(String query, Set<Dimension> dimensions, int values) {

    static Filter of(String query, Dimension... dimensions) {
      return new Filter(query, Set.of(dimensions), 1);
    }

    Filter merging(int many) {
      return new Filter(query, dimensions, many);
    }

    Filter and(String more) {
      return new Filter(query.isEmpty() ? more : query + "&" + more, dimensions, values);
    }

    boolean namesAnother(String parameter, UUID own) {
      return query.contains(parameter + "=") && !query.contains(parameter + "=" + own);
    }

    List<String> sorts(Caller reader) {
      return query.contains("overdue=true") ? DUE_SORTS : sortsFor(reader);
    }
  }

  /** Clients are told no due times. */
  private static List<String> sortsFor(Caller reader) {
    return reader.isClient() ? SORTS : ALL_SORTS;
  }

  /** A page that was read. */
  private record Reading(String what, int returned, List<Sent> sent, @Nullable String nextCursor) {}

  private List<Caller> staff() {
    return List.of(
        SampleWork.admin(), Caller.dispatcher(work.owner(0)), Caller.dispatcher(work.owner(7)),
        Caller.technician(work.technician(0)));
  }

  private List<Caller> readers() {
    return Stream.concat(staff().stream(), Stream.of(work.client(0))).toList();
  }

  /** All that the API offers, each alone, and each with a stretch of time. */
  private List<Filter> filters(Caller reader) {
    List<Filter> single = new ArrayList<>();
    single.add(Filter.of(""));
    codes.statuses().forEach(status -> single.add(Filter.of("status=" + status.code(), Dimension.STATUS)));
    for (Category category : Category.values()) {
      int statuses = codes.statusIds(Set.of(), Set.of(category)).size();
      assertThat(statuses).as("statuses of " + category).isBetween(1, 2);
      single.add(Filter.of("category=" + category, Dimension.STATUS).merging(statuses));
    }
    codes.urgencies().forEach(urgency -> single.add(Filter.of("urgency=" + urgency.code(), Dimension.URGENCY)));
    for (int number : new int[] {0, 11}) {
      single.add(Filter.of("clientId=" + work.clientId(number), Dimension.CLIENT));
      single.add(Filter.of("siteId=" + work.site(number), Dimension.SITE));
      if (!reader.isClient()) {
        single.add(Filter.of("technicianId=" + work.technician(number), Dimension.TECHNICIAN));
        single.add(Filter.of("ownerId=" + work.owner(number), Dimension.OWNER));
      }
    }
    single.add(
        Filter.of("clientId=%s&siteId=%s".formatted(work.clientId(11), work.site(11)), Dimension.SITE));
    String from = "from=" + NOW.minus(Duration.ofDays(7));
    String to = "to=" + NOW.minus(Duration.ofDays(4));
    List<Filter> filters = new ArrayList<>(single);
    for (Filter filter : single) {
      filters.add(filter.and(from + "&" + to));
      if (!reader.isClient()) {
        filters.add(filter.and("overdue=true"));
      }
    }
    filters.add(Filter.of(from));
    filters.add(Filter.of(to));
    return filters;
  }

  @Test
  void aPageCostsWhatItReturns() {
    for (Caller reader : readers()) {
      for (Filter filter : filters(reader)) {
        for (String sort : filter.sorts(reader)) {
          for (Reading page : walk(reader, filter.query(), sort)) {
            assertThat(page.sent()).as("statements for " + page.what()).hasSizeLessThanOrEqualTo(2);
            if (leadsOutOfScope(reader, filter)) {
              readsNothing(page);
              continue;
            }
            Plan plan = database.plan(page.sent().getLast());
            assertThat(plan.leads())
                .as("index for " + page.what() + plan)
                .containsExactly(index(reader, filter, sort));
            assertThat(plan.text()).as("for " + page.what()).doesNotContain("Sort: i.");
            assertThat(plan.goneThrough())
                .as("rows gone through for " + page.what() + plan)
                .isLessThanOrEqualTo(EXAMINED * page.returned() + LOOK_AHEAD);
            looksUpByKey(page, plan);
          }
        }
      }
    }
  }

  private boolean leadsOutOfScope(Caller reader, Filter filter) {
    return switch (reader.role()) {
      case DISPATCHER -> filter.namesAnother("ownerId", reader.id());
      case TECHNICIAN -> filter.namesAnother("technicianId", reader.id());
      case CLIENT ->
          filter.namesAnother("clientId", work.clientId(0))
              || filter.namesAnother("siteId", work.site(0));
      default -> false;
    };
  }

  private void readsNothing(Reading page) {
    assertThat(page.returned()).as(page.what()).isZero();
    assertThat(page.sent().stream().filter(ListCostTest::readsAPage))
        .as("pages read for " + page.what())
        .allMatch(statement -> database.plan(statement).accesses().isEmpty());
  }

  private static boolean readsAPage(Sent statement) {
    return statement.sql().contains("from intervention");
  }

  private static @Nullable Dimension scope(Caller reader) {
    return switch (reader.role()) {
      case DISPATCHER -> Dimension.OWNER;
      case TECHNICIAN -> Dimension.TECHNICIAN;
      case CLIENT -> Dimension.CLIENT;
      default -> null;
    };
  }

  /** Of the reader's scope with the filter, in the order of the sort; a site says which client. */
  private static String index(Caller reader, Filter filter, String sort) {
    EnumSet<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    dimensions.addAll(filter.dimensions());
    Dimension scope = scope(reader);
    if (scope != null && !(scope == Dimension.CLIENT && dimensions.contains(Dimension.SITE))) {
      dimensions.add(scope);
    }
    return new ListIndex(dimensions, Order.parse(sort).key()).indexName();
  }

  /** The names of a row: each by primary key, and of no more rows than are read. */
  private static void looksUpByKey(Reading page, Plan plan) {
    assertThat(plan.lookedUp())
        .as("looked up for " + page.what() + plan)
        .isNotEmpty()
        .allSatisfy(
            access -> {
              assertThat(access.index()).isEqualTo("PRIMARY");
              assertThat(access.rows()).isLessThanOrEqualTo(page.returned() + 1);
            });
  }

  /** Of each one a page is read, in order, and the pages are merged. */
  @Test
  void severalStatusesOrUrgenciesCostAPageOfEach() {
    List<Filter> filters =
        List.of(
            Filter.of("status=NEW,CLOSED", Dimension.STATUS).merging(2),
            Filter.of("status=NEW,SCHEDULED,CLOSED", Dimension.STATUS).merging(3),
            Filter.of("category=RESOLVED,CLOSED", Dimension.STATUS).merging(3),
            Filter.of(
                    "category=OPEN,PLANNED,ACTIVE,PAUSED,RESOLVED,CLOSED,CANCELLED", Dimension.STATUS)
                .merging(10),
            Filter.of("urgency=LOW,CRITICAL", Dimension.URGENCY).merging(2),
            Filter.of("urgency=LOW,NORMAL,HIGH,CRITICAL", Dimension.URGENCY).merging(4));
    for (Caller reader : readers()) {
      for (Filter filter : filters) {
        for (String sort : sortsFor(reader)) {
          for (Reading page : walk(reader, filter.query(), sort)) {
            Plan plan = database.plan(page.sent().getLast());
            assertThat(plan.leads()).as(page.what() + plan).containsExactly(index(reader, filter, sort));
            assertThat(plan.goneThrough())
                .as("rows gone through for " + page.what() + plan)
                .isLessThanOrEqualTo((filter.values() + 1L) * (page.returned() + 1));
            looksUpByKey(page, plan);
          }
        }
      }
    }
  }

  /** What is not overdue has no index except in the order of due times: the overdue are gone through. */
  @Test
  void whatIsNotOverdueCostsWhatItReturnsAndTheOverdueInBetween() {
    for (Caller reader : staff()) {
      int overdue = database.walk(reader, asQuery("overdue=true", "dueAt"), 100).size();
      for (String sort : ALL_SORTS) {
        int between = sort.endsWith("dueAt") ? 0 : overdue;
        for (Reading page : walk(reader, "overdue=false", sort)) {
          Plan plan = database.plan(page.sent().getLast());
          assertThat(plan.leads()).as(page.what() + plan).containsExactly(index(reader, Filter.of(""), sort));
          assertThat(plan.goneThrough())
              .as("rows gone through for " + page.what() + plan)
              .isLessThanOrEqualTo(EXAMINED * page.returned() + LOOK_AHEAD + between);
          looksUpByKey(page, plan);
        }
      }
    }
  }

  /** However many hold it: they are kept in the order of creation; what is longer is few, and read whole. */
  @Test
  void aWordThatIsWrittenOutIsReadInTheOrderOfCreation() {
    for (String word : List.of("chaudiere", "fuite", "radiateur")) {
      for (String sort : List.of("createdAt", "-createdAt")) {
        for (Reading page : walk(SampleWork.admin(), "q=" + word, sort)) {
          Plan plan = database.plan(page.sent().getLast());
          assertThat(plan.leads()).as(page.what() + plan).containsExactly("search_word_of_all");
          assertThat(plan.goneThrough())
              .as("rows gone through for " + page.what() + plan)
              .isLessThanOrEqualTo(EXAMINED * page.returned() + LOOK_AHEAD + 2 * work.longerThan(word));
          looksUpByKey(page, plan);
        }
      }
    }
  }

  /** Of several lists that are all long, the sparsest is gone along. */
  @Test
  void theRarerWordLeads() {
    // The radiators' in hand, more than every second row is one that is looked for.
    for (String query :
        List.of("q=chaudiere radiateur", "q=radiateur chaudiere", "q=radiateur&status=CLOSED")) {
      for (Reading page : walk(SampleWork.admin(), query, "-createdAt")) {
        Plan plan = database.plan(page.sent().getLast());
        assertThat(plan.of("w").mapToLong(Plan.Access::rows).sum())
            .as("entries gone through for " + page.what() + plan)
            .isLessThanOrEqualTo(3L * (page.returned() + 1));
      }
    }
    for (Reading page : walk(SampleWork.admin(), "status=CLOSED&urgency=HIGH", "-plannedStart")) {
      assertThat(database.plan(page.sent().getLast()).leads()).as(page.what()).containsExactly("list_urgency_planned");
    }
  }

  /**
   * Words, and filters for which together there is no index: the candidates are sounded up to a limit
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
    for (Caller reader : readers()) {
      for (String filter : filters) {
        if (reader.isClient() && filter.contains("technicianId=")) {
          continue; // It is not offered to them.
        }
        for (String sort : sortsFor(reader)) {
          for (Reading page : walk(reader, filter, sort)) {
            assertThat(page.sent()).as("statements for " + page.what()).hasSizeLessThanOrEqualTo(3);
            for (Sent statement : page.sent()) {
              if (readsAPage(statement) || statement.sql().contains("looked_at")) {
                Plan plan = database.plan(statement);
                assertThat(plan.goneThrough())
                    .as("rows gone through for " + page.what() + plan)
                    .isLessThanOrEqualTo(FIXED_PRICE);
              }
            }
          }
        }
      }
    }
  }

  private List<Reading> walk(Caller reader, String filter, String sort) {
    List<Reading> pages = new ArrayList<>();
    do {
      String cursor = pages.isEmpty() ? null : pages.getLast().nextCursor();
      List<Page<ListedIntervention>> page = new ArrayList<>();
      List<Sent> sent =
          database.during(() -> page.add(database.page(reader, asQuery(filter, sort), LIMIT, cursor)));
      pages.add(
          new Reading(
              "page %d of %s by %s for %s".formatted(pages.size() + 1, filter, sort, reader.role()),
              page.getFirst().items().size(),
              sent,
              page.getFirst().nextCursor()));
    } while (pages.size() < PAGES && pages.getLast().nextCursor() != null);
    return pages;
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
