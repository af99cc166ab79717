import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares what was acknowledged, what the databases hold and what the witness was told. Everything in here
 * works on what is outside the services; only the projections are compared by the services themselves.
 */
final class Judge {

  /** Converged is the suite already; this one reader may be a moment behind. */
  private static final Duration PATIENCE_WITH_THE_FEED = Duration.ofSeconds(10);

  private final Report report;
  private final Database database;
  private final List<Told> told;
  private final Map<String, Long> interventions = new HashMap<>();
  private final Map<String, Long> comments = new HashMap<>();
  private final Set<String> history = new HashSet<>();
  private final Map<String, Integer> copies = new TreeMap<>();

  /** Of one run: its interventions have its name in their titles, its comments in their text. */
  Judge(Report report, Database database, List<Told> told, String run) {
    this.report = report;
    this.database = database;
    this.told = told;
    String ofTheRun = "like 'Exercice " + run + " %'";
    for (var row : database.rows("select hex(id), version, title from accord_intervention.intervention where title " + ofTheRun)) {
      interventions.put(Told.key(row.get(0)), Long.parseLong(row.get(1)));
      copies.merge("intervention " + row.get(2).replaceAll(", suite .*", ""), 1, Integer::sum);
    }
    for (var row : database.rows("select distinct hex(c.intervention_id), c.version from accord_intervention.intervention_change c"
            + " join accord_intervention.intervention i on i.id = c.intervention_id where i.title " + ofTheRun)) {
      history.add(Told.key(row.get(0)) + " " + row.get(1));
    }
    for (var row : database.rows("select hex(id), version, body from accord_comment.comment where body " + ofTheRun)) {
      comments.put(Told.key(row.get(0)), Long.parseLong(row.get(1)));
      copies.merge("comment " + row.get(2), 1, Integer::sum);
    }
  }

  void judge(List<String> acknowledged) {
    acknowledgedWritesLost(acknowledged);
    eventsLost();
    eventsInvented();
    twoEventsForOneVersion();
    orderInversions();
    doubleEffects();
  }

  private void acknowledgedWritesLost(List<String> acknowledged) {
    List<String> lost = new ArrayList<>();
    int withoutHistory = 0;
    for (String line : acknowledged) {
      String[] parts = line.split("\t");
      String id = Told.key(parts[1]);
      long version = Long.parseLong(parts[2]);
      Map<String, Long> stored = parts[0].equals("comment") ? comments : interventions;
      if (stored.getOrDefault(id, 0L) < version) {
        lost.add(line.replace('\t', ' ') + " has " + stored.getOrDefault(id, 0L));
      } else if (parts[0].equals("intervention") && !history.contains(id + " " + version)) {
        lost.add(line.replace('\t', ' ') + " is not in the history");
        withoutHistory++;
      }
    }
    report.none("acknowledged writes lost", lost, " of " + acknowledged.size()
        + (withoutHistory > 0 ? ", " + withoutHistory + " in the history only" : ""));
  }

  /** Acknowledged or not: whatever is stored was told. */
  private void eventsLost() {
    Set<String> heard = new HashSet<>();
    told.forEach(event -> heard.add(event.version()));
    List<String> lost = new ArrayList<>();
    int expected = 0;
    for (Map<String, Long> stored : List.of(interventions, comments)) {
      for (var row : stored.entrySet()) {
        for (long version = 1; version <= row.getValue(); version++) {
          expected++;
          if (!heard.contains(row.getKey() + " " + version)) {
            lost.add(row.getKey() + " " + version);
          }
        }
      }
    }
    report.none("events lost", lost, " of " + expected);
  }

  private void eventsInvented() {
    List<String> invented = new ArrayList<>();
    int judged = 0;
    for (Told event : told) {
      if (event.isOf("intervention")) {
        judged++;
        if (!history.contains(event.version()) && !isInHistory(event)) {
          invented.add(event.toString());
        }
      } else if (event.isOf("comment")) {
        judged++;
        if (comments.getOrDefault(event.aggregate(), 0L) < event.sequence() && !isStored(event)) {
          invented.add(event.toString());
        }
      } else if (event.type().equals("unreadable")) {
        invented.add(event.toString());
      }
    }
    report.none("events without a change", invented, " of " + judged + " that the witness held");
  }

  /** Of somebody else's work in the suite. */
  private boolean isInHistory(Told event) {
    return database.number("select count(*) from accord_intervention.intervention_change where version = "
            + event.sequence() + " and intervention_id = x'" + event.aggregate() + "'") > 0;
  }

  private boolean isStored(Told event) {
    return database.number("select count(*) from accord_comment.comment where version >= " + event.sequence()
            + " and id = x'" + event.aggregate() + "'") > 0;
  }

  private void twoEventsForOneVersion() {
    Map<String, String> first = new HashMap<>();
    List<String> second = new ArrayList<>();
    for (Told event : told) {
      String known = first.putIfAbsent(event.version(), event.event());
      if (known != null && !known.equals(event.event())) {
        second.add(event.version());
      }
    }
    report.none("versions with two different events", second, " of " + first.size());
  }

  /** Delivery is at least once: what comes again is counted, and judged only where it comes first. */
  private void orderInversions() {
    Map<String, Long> last = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    List<String> inversions = new ArrayList<>();
    int again = 0;
    for (Told event : told) {
      if (!seen.add(event.event())) {
        again++;
        continue;
      }
      long before = last.getOrDefault(event.aggregate(), 0L);
      if (event.sequence() <= before) {
        inversions.add(event.aggregate() + " " + event.sequence() + " after " + before);
      }
      last.put(event.aggregate(), Math.max(before, event.sequence()));
    }
    repeated = again;
    report.none("order inversions per aggregate", inversions, " of " + last.size() + " aggregates; told again: " + again);
  }

  /** What a partner reads is each once: of what is told to all, what its client may know, whoever told it again. */
  void partnersFeed(Partner partner) {
    List<Told> expected = told.stream().filter(this::isSurelyPublic).toList();
    List<Told> read = new ArrayList<>(partner.readOn());
    Instant deadline = Instant.now().plus(PATIENCE_WITH_THE_FEED);
    while (!lacking(read, expected).isEmpty() && Instant.now().isBefore(deadline)) {
      Suite.pause(Duration.ofMillis(300));
      read.addAll(partner.readOn());
    }
    Set<String> ids = new HashSet<>();
    List<String> doubled = new ArrayList<>();
    List<String> inversions = new ArrayList<>();
    Map<String, Long> last = new HashMap<>();
    for (Told event : read) {
      if (!ids.add(event.event())) {
        doubled.add(event.toString());
      } else if (last.merge(event.aggregate(), event.sequence(), Math::max) != event.sequence()) {
        inversions.add(event.toString());
      }
    }
    report.none("the partner's feed: events lost", lacking(read, expected),
        " of " + expected.stream().map(Told::event).distinct().count());
    report.none("the partner's feed: events twice", doubled, " of " + read.size());
    report.none("the partner's feed: order inversions", inversions, " of " + last.size() + " aggregates");
  }

  private static List<String> lacking(List<Told> read, List<Told> expected) {
    Set<String> ids = read.stream().map(Told::event).collect(Collectors.toSet());
    return expected.stream().filter(event -> !ids.contains(event.event())).map(Told::toString).distinct().toList();
  }

  /** Of the run's work; who goes, and whose it is, is nothing to a partner. */
  private boolean isSurelyPublic(Told event) {
    return event.type().equals("comment.added") && comments.containsKey(event.aggregate())
        || List.of("intervention.created", "intervention.updated", "intervention.scheduled", "intervention.status-changed")
                .contains(event.type())
            && interventions.containsKey(event.aggregate());
  }

  private int repeated;

  int repeated() {
    return repeated;
  }

  private void doubleEffects() {
    List<String> doubled = new ArrayList<>();
    copies.forEach((what, count) -> {
      if (count > 1) {
        doubled.add(count + " times " + what);
      }
    });
    Map<String, Set<Long>> changes = new HashMap<>();
    for (Told event : told) {
      if (event.type().equals("intervention.status-changed") && interventions.containsKey(event.aggregate())) {
        changes.computeIfAbsent(event.aggregate(), id -> new HashSet<>()).add(event.sequence());
      }
    }
    long entries = 0;
    Map<String, Long> timeline = timeline();
    for (String id : interventions.keySet()) {
      long wanted = changes.getOrDefault(id, Set.of()).size();
      long found = timeline.getOrDefault(id, 0L);
      entries += found;
      if (wanted != found) {
        doubled.add("time line of " + id + " has " + found + " of " + wanted + " status changes");
      }
    }
    report.none("double or missing effects", doubled, " of " + copies.size() + " keys and " + entries + " time line entries");
  }

  private Map<String, Long> timeline() {
    Map<String, Long> entries = new HashMap<>();
    if (interventions.isEmpty()) {
      return entries;
    }
    String ids = String.join(",", interventions.keySet().stream().map(id -> "x'" + id + "'").toList());
    for (var row : database.rows("select hex(intervention_id), count(*) from accord_comment.thread_entry"
            + " where kind = 'STATUS_CHANGE' and intervention_id in (" + ids + ") group by intervention_id")) {
      entries.put(Told.key(row.get(0)), Long.parseLong(row.get(1)));
    }
    return entries;
  }

  /** What must be empty once the dust has settled, whoever filled it. */
  void leftovers() {
    Map<String, Long> outboxes = new LinkedHashMap<>();
    Map<String, Long> held = new LinkedHashMap<>();
    for (String schema : List.of("accord_auth", "accord_user", "accord_intervention", "accord_comment")) {
      outboxes.put(schema, database.number("select count(*) from " + schema + ".outbox"));
      held.put(schema, database.number("select count(*) from " + schema + ".held_event"));
    }
    report.figure("events left in outboxes", sum(outboxes) == 0, "%d%s", sum(outboxes), where(outboxes));
    report.figure("events held back by consumers", sum(held) == 0, "%d%s", sum(held), where(held));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String where(Map<String, Long> counts) {
    return sum(counts) == 0 ? "" : " " + counts;
  }
}
