package com.accordenergie.intervention.volume;

import static java.util.Objects.requireNonNull;

import com.accordenergie.intervention.volume.Life.Change;
import com.accordenergie.intervention.volume.Life.Remark;
import com.accordenergie.intervention.volume.Life.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Draws the work of five years: two in a hundred still open, and these among the newest. Each
 * technician's visits follow each other, so nobody is booked twice.
 */
final class Lives {

  private static final Duration SETTLED_WITHIN = Duration.ofDays(4);
  private static final Duration VISIT = Duration.ofHours(1);
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "NEW", List.of(),
          "ASSIGNED", List.of("ASSIGNED"),
          "SCHEDULED", List.of("SCHEDULED"),
          "EN_ROUTE", List.of("SCHEDULED", "EN_ROUTE"),
          "IN_PROGRESS", List.of("SCHEDULED", "IN_PROGRESS"),
          "ON_HOLD", List.of("SCHEDULED", "IN_PROGRESS", "ON_HOLD"),
          "DONE", List.of("SCHEDULED", "IN_PROGRESS", "DONE"),
          "UNRESOLVED", List.of("SCHEDULED", "IN_PROGRESS", "UNRESOLVED"),
          "CLOSED", List.of("SCHEDULED", "IN_PROGRESS", "DONE", "CLOSED"),
          "CANCELLED", List.of("CANCELLED"));

  private final Company company;
  private final Lists lists;
  private final Calendar calendar;
  private final References references;
  private final long before;
  private final Slots slots;

  /**
   * @param before how many this program had made on earlier runs
   */
  Lives(Company company, Lists lists, Calendar calendar, References references, long before) {
    this.company = company;
    this.lists = lists;
    this.calendar = calendar;
    this.references = references;
    this.before = before;
    this.slots = new Slots(company, calendar.now());
  }

  long count() {
    return calendar.count();
  }

  /** Draws the ids of its events, apart from what its life draws. */
  Draw chanceOfEvents(long index) {
    return new Draw(~(before + index));
  }

  Life life(long index) {
    Draw draw = new Draw(before + index);
    Instant createdAt = calendar.createdAt(index);
    String end = end(index, createdAt, draw);
    UUID technician = company.technician(index);
    Slots.@Nullable Visit visit = visit(end, createdAt, technician);
    if (visit != null && visit.booked()) {
      technician = visit.technician();
    }
    if (visit == null && WAYS.get(end).contains("SCHEDULED")) {
      end = "NEW"; // No visit fits before today: it waits.
    }
    return tell(index, draw, createdAt, end, technician, visit);
  }

  private String end(long index, Instant createdAt, Draw draw) {
    Duration age = Duration.between(createdAt, calendar.now());
    if (age.compareTo(Duration.ofHours(3)) < 0) {
      return "NEW";
    }
    boolean among = index >= count() - count() / 25;
    boolean settled = age.compareTo(SETTLED_WITHIN) > 0 && !(among && draw.percent(50));
    if (settled) {
      return draw.percent(92) ? "CLOSED" : "CANCELLED";
    }
    int of = draw.below(100);
    if (age.compareTo(SETTLED_WITHIN) < 0) {
      return of < 40 ? "NEW" : of < 60 ? "ASSIGNED" : "SCHEDULED";
    }
    if (of < 20) return "NEW";
    if (of < 35) return "ASSIGNED";
    if (of < 70) return "SCHEDULED";
    if (of < 73) return "EN_ROUTE";
    if (of < 80) return "IN_PROGRESS";
    if (of < 90) return "ON_HOLD";
    return of < 98 ? "DONE" : "UNRESOLVED";
  }

  private Slots.@Nullable Visit visit(String end, Instant createdAt, UUID technician) {
    return switch (end) {
      case "NEW", "ASSIGNED", "CANCELLED" -> null;
      case "SCHEDULED" -> slots.ahead();
      case "EN_ROUTE", "IN_PROGRESS", "ON_HOLD" -> slots.behind(createdAt.plus(Duration.ofHours(3)));
      default -> new Slots.Visit(technician, inWorkingHours(createdAt.plus(Duration.ofDays(2))), false);
    };
  }

  /** The 24 hours of a day squeezed into nine, so that the order of the visits stays. */
  private static Instant inWorkingHours(Instant time) {
    Instant day = time.truncatedTo(ChronoUnit.DAYS);
    long quarters = Duration.between(day, time).toMinutes() * 9 / 24 / 15;
    return day.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(quarters * 15));
  }

  private Life tell(
      long index,
      Draw draw,
      Instant createdAt,
      String end,
      UUID technicianOfTheVisit,
      Slots.@Nullable Visit visit) {
    int client = draw.skewedBelow(company.clients());
    UUID owner = Company.dispatcher(draw.skewedBelow(company.dispatchers()));
    boolean assigned = !WAYS.get(end).isEmpty() && !end.equals("CANCELLED");
    UUID technician = assigned ? technicianOfTheVisit : null;
    Instant plannedStart = visit == null ? null : visit.start();
    Instant plannedEnd = plannedStart == null ? null : plannedStart.plus(VISIT);
    List<Step> steps = steps(draw, createdAt, end, owner, technician, plannedStart, plannedEnd);
    Instant actualStart = timeOf(steps, "IN_PROGRESS");
    Instant actualEnd = timeOf(steps, "DONE");
    return new Life(
        draw.idAt(createdAt),
        references.of(index),
        draw.oneOf(Vocabulary.EQUIPMENT) + " " + draw.oneOf(Vocabulary.TROUBLES),
        "%s : %s, %s."
            .formatted(
                draw.oneOf(Vocabulary.CALLS), draw.oneOf(Vocabulary.PLACES),
                draw.oneOf(Vocabulary.DETAILS)),
        client,
        Company.site(client, draw.below(Company.sitesOf(client))),
        owner,
        technician,
        lists.urgencies().get(Math.min(lists.urgencies().size() - 1, urgency(draw))),
        createdAt,
        plannedStart,
        plannedEnd,
        actualStart,
        actualEnd == null ? timeOf(steps, "UNRESOLVED") : actualEnd,
        reportOf(steps),
        lists.status("NEW"),
        steps,
        remarks(draw, createdAt, client, owner, technician));
  }

  private static int urgency(Draw draw) {
    int of = draw.below(100);
    return of < 25 ? 0 : of < 80 ? 1 : of < 96 ? 2 : 3;
  }

  private List<Step> steps(
      Draw draw,
      Instant createdAt,
      String end,
      UUID owner,
      @Nullable UUID technician,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd) {
    List<Step> steps = new ArrayList<>();
    String from = "NEW";
    for (String to : WAYS.get(end)) {
      List<Change> changes = new ArrayList<>(List.of(new Change("status", from, to)));
      Instant at = createdAt.plus(Duration.ofMinutes(5 + draw.below(115)));
      UUID actor = owner;
      String role = "DISPATCHER";
      String reason = null;
      switch (to) {
        case "ASSIGNED" -> changes.add(new Change("technicianId", null, String.valueOf(technician)));
        case "SCHEDULED" -> {
          changes.add(new Change("technicianId", null, String.valueOf(technician)));
          changes.add(new Change("plannedStart", null, String.valueOf(plannedStart)));
          changes.add(new Change("plannedEnd", null, String.valueOf(plannedEnd)));
        }
        case "CLOSED" -> at = requireNonNull(plannedEnd).plus(Duration.ofMinutes(30 + draw.below(900)));
        case "CANCELLED" -> reason = draw.oneOf(Vocabulary.CANCELLATIONS);
        default -> {
          actor = requireNonNull(technician);
          role = "TECHNICIAN";
          at = requireNonNull(plannedStart);
          switch (to) {
            case "EN_ROUTE" -> at = at.minus(Duration.ofMinutes(20));
            case "IN_PROGRESS" -> changes.add(new Change("actualStart", null, at.toString()));
            case "ON_HOLD" -> {
              at = at.plus(Duration.ofMinutes(30));
              reason = draw.oneOf(Vocabulary.REASONS);
            }
            default -> {
              at = requireNonNull(plannedEnd);
              reason = to.equals("UNRESOLVED") ? draw.oneOf(Vocabulary.REASONS) : null;
              changes.add(new Change("actualEnd", null, at.toString()));
              changes.add(new Change("report", null, draw.oneOf(Vocabulary.REPORTS)));
            }
          }
        }
      }
      steps.add(new Step(lists.status(to), at, actor, role, reason, changes));
      from = to;
    }
    return steps;
  }

  private List<Remark> remarks(
      Draw draw, Instant createdAt, int client, UUID owner, @Nullable UUID technician) {
    int many = draw.percent(45) ? 0 : draw.percent(64) ? 1 : 3;
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Instant at = createdAt.plus(Duration.ofMinutes(20 + 400L * i));
      if (at.isAfter(calendar.now())) {
        break;
      }
      UUID id = draw.idAt(at);
      String body = draw.oneOf(Vocabulary.COMMENTS);
      remarks.add(
          switch (draw.below(3)) {
            case 0 -> new Remark(id, Company.clientUser(client), "CLIENT", "PUBLIC", body, at);
            case 1 ->
                technician == null
                    ? new Remark(id, owner, "DISPATCHER", "INTERNAL", body, at)
                    : new Remark(id, technician, "TECHNICIAN", "INTERNAL", body, at);
            default -> new Remark(id, owner, "DISPATCHER", "PUBLIC", body, at);
          });
    }
    return remarks;
  }

  private static @Nullable Instant timeOf(List<Step> steps, String status) {
    return steps.stream()
        .filter(step -> step.to().code().equals(status))
        .map(Step::at)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String reportOf(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> step.changes().stream())
        .filter(change -> change.field().equals("report"))
        .map(Change::to)
        .findFirst()
        .orElse(null);
  }
}
