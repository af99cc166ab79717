package com.accordenergie.intervention.listing;

import static com.accordenergie.intervention.listing.ListingDatabase.NOW;
import static com.accordenergie.intervention.listing.ListingDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.listing.SampleWork.Work;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.MultiValueMap;

/** What the pages of a list hold, compared with the same list made in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTest {

  private record Filter(Map<String, String> query, Predicate<Work> keeps) {

    Filter and(Filter other) {
      Map<String, String> both = new LinkedHashMap<>(query);
      both.putAll(other.query);
      return new Filter(both, keeps.and(other.keeps));
    }
  }

  private static final List<String> SORTS =
      List.of("createdAt", "-createdAt", "plannedStart", "-plannedStart", "dueAt", "-dueAt");
  private static final Comparator<UUID> AS_BYTES =
      (one, other) -> java.util.Arrays.compareUnsigned(Ids.bytes(one), Ids.bytes(other));

  private ListingDatabase database;
  private SampleWork work;

  @BeforeAll
  void drawWork() {
    database = new ListingDatabase();
    work = new SampleWork(database, 20260615);
    work.add(900);
    work.indexWords();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void everyReaderWalksEveryFilterInEveryOrder() {
    for (Caller reader : readers()) {
      for (Filter filter : filters(reader)) {
        for (String sort : sorts(reader)) {
          walkAndCompare(reader, filter, sort, 37);
        }
      }
    }
  }

  @Test
  void filtersTakenTogetherKeepWhatEachOfThemKeeps() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      Caller reader = readers().get(random.nextInt(readers().size()));
      List<Filter> filters = filters(reader);
      Filter together = filters.get(random.nextInt(filters.size()));
      for (int more = random.nextInt(4); more > 0; more--) {
        Filter other = filters.get(random.nextInt(filters.size()));
        if (together.query().keySet().stream().noneMatch(other.query()::containsKey)) {
          together = together.and(other);
        }
      }
      walkAndCompare(reader, together, anySort(reader, random), 1 + random.nextInt(100));
    }
  }

  @Test
  void aFilterOutOfScopeLeavesNothingAsAnUnknownIdDoes() {
    Caller dispatcher = work.dispatcher(0);
    Caller technician = work.technician(0);
    Caller client = work.client(0);
    assertThat(database.walk(dispatcher, query("ownerId", work.owners.get(1).toString()), 50)).isEmpty();
    assertThat(database.walk(dispatcher, query("ownerId", UUID.randomUUID().toString()), 50)).isEmpty();
    assertThat(database.walk(technician, query("technicianId", work.technicians.get(1).toString()), 50))
        .isEmpty();
    assertThat(database.walk(client, query("clientId", work.clients.get(1).toString()), 50)).isEmpty();
    assertThat(database.walk(client, query("siteId", work.sites.get(1).toString()), 50)).isEmpty();
    assertThat(database.walk(client, query("siteId", UUID.randomUUID().toString()), 50)).isEmpty();
  }

  @Test
  void nobodyReadsARowOfSomebodyElse() {
    Map<UUID, Work> byId = new LinkedHashMap<>();
    work.all.forEach(one -> byId.put(one.id(), one));
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      Caller reader = readers().get(random.nextInt(readers().size()));
      Caller asker = readers().get(random.nextInt(readers().size()));
      if (reader.isClient() && !asker.isClient()) {
        continue; // What is for staff is refused to clients before anything is read.
      }
      List<Filter> foreign = filters(asker);
      Filter filter = foreign.get(random.nextInt(foreign.size()));
      List<UUID> seen =
          database.walk(reader, asQuery(filter, anySort(reader, random)), 100);
      assertThat(seen).allMatch(id -> byId.get(id).isVisibleTo(reader));
    }
  }

  @Test
  void insertsMeanwhileNeitherRepeatNorHideARow() {
    List<UUID> before = work.all.stream().map(Work::id).toList();
    var growing = new SampleWork(database, 99);
    var walking = new AtomicBoolean(true);
    CompletableFuture<Void> inserts =
        CompletableFuture.runAsync(
            () -> {
              while (walking.get() && growing.all.size() < 600) {
                growing.add(5);
              }
            });
    try {
      for (String sort : SORTS) {
        List<UUID> seen = database.walk(SampleWork.admin(), query("sort", sort), 20);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(new HashSet<>(seen)).containsAll(expected(SampleWork.admin(), one -> true, sort));
      }
    } finally {
      walking.set(false);
      inserts.join();
      database
          .jdbc
          .sql("delete from intervention where id not in (:before)")
          .param("before", before.stream().map(Ids::bytes).toList())
          .update();
    }
  }

  private void walkAndCompare(Caller reader, Filter filter, String sort, int limit) {
    String order =
        "true".equals(filter.query().get("overdue")) ? sort.replaceAll("[a-zA-Z]+", "dueAt") : sort;
    List<UUID> expected = expected(reader, within(filter, order), order);
    // Where an index fits exactly there is but one way to read it.
    boolean hasTwoWays = filter.query().size() > 1 || filter.query().containsKey("q");
    for (InterventionList list :
        hasTwoWays ? List.of(database.list, database.alongTheOrder) : List.of(database.list)) {
      assertThat(ListingDatabase.walk(list, reader, asQuery(filter, order), limit))
          .as("%s sorted by %s for %s", filter.query(), order, reader)
          .isEqualTo(expected);
    }
  }

  /** from and to are about whatever the list is sorted by. */
  private Predicate<Work> within(Filter filter, String sort) {
    Function<Work, @Nullable Instant> time = timeOf(sort);
    String from = filter.query().get("from");
    String to = filter.query().get("to");
    return filter
        .keeps()
        .and(one -> from == null || !time.apply(one).isBefore(Instant.parse(from)))
        .and(one -> to == null || time.apply(one).isBefore(Instant.parse(to)));
  }

  private List<UUID> expected(Caller reader, Predicate<Work> keeps, String sort) {
    Function<Work, @Nullable Instant> time = timeOf(sort);
    Comparator<Work> order =
        sort.endsWith("createdAt")
            ? Comparator.comparing(Work::id, AS_BYTES)
            : Comparator.comparing(time).thenComparing(Work::id, AS_BYTES);
    return work.all.stream()
        .filter(one -> one.isVisibleTo(reader))
        .filter(one -> time.apply(one) != null)
        .filter(keeps)
        .sorted(sort.startsWith("-") ? order.reversed() : order)
        .map(Work::id)
        .toList();
  }

  private static Function<Work, @Nullable Instant> timeOf(String sort) {
    return switch (sort.replace("-", "")) {
      case "plannedStart" -> Work::plannedStart;
      case "dueAt" -> Work::dueAt;
      default -> Work::createdAt;
    };
  }

  private static MultiValueMap<String, String> asQuery(Filter filter, String sort) {
    MultiValueMap<String, String> query = query("sort", sort);
    filter.query().forEach(query::add);
    if ("true".equals(filter.query().get("overdue"))) {
      query.set("sort", sort.replaceAll("[a-zA-Z]+", "dueAt"));
    }
    return query;
  }

  /** Clients are told no due times. */
  private static List<String> sorts(Caller reader) {
    return SORTS.stream().filter(sort -> !reader.isClient() || !sort.endsWith("dueAt")).toList();
  }

  private static String anySort(Caller reader, Random random) {
    return sorts(reader).get(random.nextInt(sorts(reader).size()));
  }

  private List<Caller> readers() {
    return List.of(
        SampleWork.admin(), work.dispatcher(0), work.dispatcher(2), work.technician(1),
        work.technician(4), work.client(0), work.client(5));
  }

  private List<Filter> filters(Caller reader) {
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter(Map.of(), one -> true));
    filters.add(filter("status", "NEW", one -> one.status().equals("NEW")));
    filters.add(
        filter("status", "CLOSED,DONE,NEW", one -> List.of("CLOSED", "DONE", "NEW").contains(one.status())));
    filters.add(filter("category", "PLANNED", one -> one.category().name().equals("PLANNED")));
    filters.add(filter("urgency", "CRITICAL", one -> one.urgency().equals("CRITICAL")));
    filters.add(
        filter("urgency", "LOW,HIGH", one -> List.of("LOW", "HIGH").contains(one.urgency())));
    filters.add(id("clientId", work.clients.get(0), Work::client));
    filters.add(id("siteId", work.sites.get(6), Work::site));
    if (!reader.isClient()) {
      filters.add(id("technicianId", work.technicians.get(1), Work::technician));
      filters.add(id("ownerId", work.owners.get(2), Work::owner));
      filters.add(
          filter("overdue", "true", one -> one.dueAt() != null && one.dueAt().isBefore(NOW)));
      filters.add(
          filter("overdue", "false", one -> one.dueAt() == null || !one.dueAt().isBefore(NOW)));
    }
    filters.add(filter("from", NOW.minus(Duration.ofDays(10)).toString(), one -> true));
    filters.add(filter("to", NOW.minus(Duration.ofHours(3)).plusMillis(1).toString(), one -> true));
    filters.add(
        filter(
            "q", "CHAUDIERE",
            one -> (one.title() + one.description()).contains("chaudière")));
    filters.add(
        filter(
            "q", "pression chauf",
            one -> {
              String text = one.title() + one.description();
              return text.contains("pression") && text.contains("chauf");
            }));
    filters.add(
        filter("q", "hotel radiateur", one ->
            one.client().equals(work.clients.get(1))
                && (one.title() + one.description()).contains("radiateur")));
    return filters;
  }

  private static Filter filter(String name, String value, Predicate<Work> keeps) {
    return new Filter(Map.of(name, value), keeps);
  }

  private static Filter id(String name, UUID id, Function<Work, @Nullable UUID> of) {
    return filter(name, id.toString(), one -> id.equals(of.apply(one)));
  }
}
