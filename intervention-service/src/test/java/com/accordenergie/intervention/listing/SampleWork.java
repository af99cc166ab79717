package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small company's work, drawn at random and known to the test as well as to the database. */
final class SampleWork {

  record Work(
      UUID id,
      String reference,
      String title,
      String description,
      UUID client,
      UUID site,
      UUID owner,
      @Nullable UUID technician,
      String status,
      Category category,
      String urgency,
      @Nullable Instant plannedStart,
      @Nullable Instant dueAt,
      Instant createdAt) {

    boolean isVisibleTo(Caller reader) {
      return switch (reader.role()) {
        case ADMIN -> true;
        case DISPATCHER -> owner.equals(reader.id());
        case TECHNICIAN -> reader.id().equals(technician);
        case CLIENT -> client.equals(reader.clientId());
        case PARTNER -> false;
      };
    }
  }

  record StatusOf(String code, Category category, boolean clockRuns) {}

  static final List<StatusOf> STATUSES =
      List.of(
          new StatusOf("NEW", Category.OPEN, true),
          new StatusOf("ASSIGNED", Category.PLANNED, true),
          new StatusOf("SCHEDULED", Category.PLANNED, true),
          new StatusOf("EN_ROUTE", Category.ACTIVE, true),
          new StatusOf("IN_PROGRESS", Category.ACTIVE, true),
          new StatusOf("ON_HOLD", Category.PAUSED, false),
          new StatusOf("DONE", Category.RESOLVED, false),
          new StatusOf("UNRESOLVED", Category.RESOLVED, false),
          new StatusOf("CLOSED", Category.CLOSED, false),
          new StatusOf("CANCELLED", Category.CANCELLED, false));
  static final List<String> URGENCIES = List.of("LOW", "NORMAL", "HIGH", "CRITICAL");
  private static final List<String> THINGS =
      List.of("chaudière", "chauffe-eau", "pompe à chaleur", "radiateur", "chauffage collectif");
  private static final List<String> TROUBLES =
      List.of("en panne", "qui fuit", "sous pression", "à entretenir", "bruyante");

  final List<UUID> owners = ids(4);
  final List<UUID> technicians = ids(5);
  final List<UUID> clients = ids(6);
  final List<UUID> sites = ids(12);
  final List<Work> all = new ArrayList<>();

  private final Random random;
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private final ListingDatabase database;

  SampleWork(ListingDatabase database, long seed) {
    this.database = database;
    this.random = new Random(seed);
    for (UUID person : Stream.concat(owners.stream(), technicians.stream()).toList()) {
      database
          .jdbc
          .sql("insert into person values (?, ?, 'DISPATCHER', null, true, 1)")
          .params(Ids.bytes(person), "Personne " + person)
          .update();
    }
    for (int i = 0; i < clients.size(); i++) {
      database
          .jdbc
          .sql("insert into client values (?, ?, ?, true, 1)")
          .params(Ids.bytes(clients.get(i)), "C" + i, clientName(i))
          .update();
    }
    for (int i = 0; i < sites.size(); i++) {
      database
          .jdbc
          .sql(
              "insert into site values (?, ?, ?, '1 rue du Lac', '69003', 'Lyon', null, null, null, true, 1)")
          .params(Ids.bytes(sites.get(i)), Ids.bytes(clientOf(i)), "Site " + i)
          .update();
    }
  }

  static String clientName(int index) {
    return List.of("Résidence Bellevue", "Hôtel Métropole", "Lycée Ampère", "Mairie", "Clinique", "Gaz")
        .get(index);
  }

  UUID clientOf(int site) {
    return clients.get(site % clients.size());
  }

  Caller dispatcher(int index) {
    return Caller.dispatcher(owners.get(index));
  }

  Caller technician(int index) {
    return Caller.technician(technicians.get(index));
  }

  Caller client(int index) {
    return Caller.client(UUID.randomUUID(), clients.get(index));
  }

  static Caller admin() {
    return Caller.admin(UUID.randomUUID());
  }

  /** As many interventions more, stored but not yet in the search. */
  void add(int count) {
    List<Work> more = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      more.add(draw());
    }
    store(more);
    all.addAll(more);
  }

  void indexWords() {
    all.forEach(work -> database.reindex(work.id()));
  }

  private Work draw() {
    int site = random.nextInt(sites.size());
    StatusOf status = STATUSES.get(random.nextInt(STATUSES.size()));
    // A coarse grid, so that many share their times.
    Instant createdAt =
        ListingDatabase.NOW.minus(Duration.ofDays(random.nextInt(30))).plusMillis(random.nextInt(3))
            .plusNanos(random.nextInt(1000) * 1000L);
    return new Work(
        Ids.at(createdAt),
        "INT-2026-%06d".formatted(NUMBER.incrementAndGet()),
        pick(THINGS) + " " + pick(TROUBLES),
        "Signalé au téléphone: " + pick(TROUBLES) + ", " + pick(THINGS),
        clientOf(site),
        sites.get(site),
        pick(owners),
        status.code().equals("NEW") ? null : pick(technicians),
        status.code(),
        status.category(),
        pick(URGENCIES),
        random.nextInt(4) == 0 ? null : quarterHour(),
        status.clockRuns() ? quarterHour() : null,
        createdAt);
  }

  private Instant quarterHour() {
    return ListingDatabase.NOW.plus(Duration.ofMinutes(15L * (random.nextInt(200) - 100)));
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }

  private void store(List<Work> works) {
    Set<Map.Entry<String, Integer>> statuses = codes("status");
    Set<Map.Entry<String, Integer>> urgencies = codes("urgency");
    Map<String, Integer> statusIds = Map.ofEntries(statuses.toArray(Map.Entry[]::new));
    Map<String, Integer> urgencyIds = Map.ofEntries(urgencies.toArray(Map.Entry[]::new));
    try (var connection = database.source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into intervention (id, reference, title, description, client_id, site_id, owner_id,
                  technician_id, status_id, category, urgency_id, planned_start, due_at, created_by,
                  created_at, updated_at, clock_elapsed_ms, clock_started_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 1)
                """)) {
      for (Work work : works) {
        Object[] values = {
          Ids.bytes(work.id()), work.reference(), work.title(), work.description(),
          Ids.bytes(work.client()), Ids.bytes(work.site()), Ids.bytes(work.owner()),
          work.technician() == null ? null : Ids.bytes(work.technician()),
          statusIds.get(work.status()), work.category().name(), urgencyIds.get(work.urgency()),
          utc(work.plannedStart()), utc(work.dueAt()), Ids.bytes(work.owner()), utc(work.createdAt()),
          utc(work.createdAt()), utc(work.createdAt())
        };
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Set<Map.Entry<String, Integer>> codes(String table) {
    return database
        .jdbc
        .sql("select code, id from " + table)
        .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
        .set();
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant time) {
    return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(Ids::next).limit(count).toList();
  }
}
