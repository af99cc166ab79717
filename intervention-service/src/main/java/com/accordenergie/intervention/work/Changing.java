package com.accordenergie.intervention.work;

import static com.accordenergie.intervention.work.WorkProblems.NOT_IN_THIS_STATUS;

import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Site;
import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.Patch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes an intervention where it stands, without taking it to another status. */
@Component
public class Changing {

  private final Reading reading;
  private final Workflows workflows;
  private final UrgencyList urgencies;
  private final Directory directory;
  private final Technicians technicians;
  private final Planning planning;
  private final Recording recording;

  Changing(
      Reading reading,
      Workflows workflows,
      UrgencyList urgencies,
      Directory directory,
      Technicians technicians,
      Planning planning,
      Recording recording) {
    this.reading = reading;
    this.workflows = workflows;
    this.urgencies = urgencies;
    this.directory = directory;
    this.technicians = technicians;
    this.planning = planning;
    this.recording = recording;
  }

  /** Only what is mentioned changes. */
  public record Changes(
      Patch<String> title,
      Patch<String> description,
      Patch<String> urgency,
      Patch<UUID> siteId,
      Patch<UUID> ownerId,
      Patch<UUID> technicianId,
      Patch<Instant> plannedStart,
      Patch<Instant> plannedEnd,
      Patch<String> overrideReason,
      Patch<Instant> actualStart,
      Patch<Instant> actualEnd) {

    /** To another dispatcher, and nothing else. */
    public static Changes handOverTo(UUID owner) {
      return new Changes(
          Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(), Patch.of(owner),
          Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(),
          Patch.absent());
    }

    boolean tellTimes() {
      return actualStart.isPresent() || actualEnd.isPresent();
    }

    /** Nothing besides. */
    boolean onlyTellTimes() {
      return tellTimes()
          && !ownerId.isPresent()
          && !overrideReason.isPresent()
          && ofTheWork().stream().allMatch(name -> name.startsWith("actual"));
    }

    /** Which members of the work itself are mentioned; whose it is is another matter. */
    List<String> ofTheWork() {
      Map<String, Patch<?>> members = new LinkedHashMap<>();
      members.put("title", title);
      members.put("description", description);
      members.put("urgency", urgency);
      members.put("siteId", siteId);
      members.put("technicianId", technicianId);
      members.put("plannedStart", plannedStart);
      members.put("plannedEnd", plannedEnd);
      members.put("actualStart", actualStart);
      members.put("actualEnd", actualEnd);
      members.values().removeIf(member -> !member.isPresent());
      return List.copyOf(members.keySet());
    }
  }

  @Transactional
  public Intervention change(
      UUID id, Changes changes, IfMatch ifMatch, Caller caller, Instant now) {
    Intervention intervention = reading.forChange(id, caller);
    boolean itsTechnicianTells =
        Access.tellsTimes(caller, intervention) && changes.onlyTellTimes();
    if (!Access.mayChange(caller, intervention) && !itsTechnicianTells) {
      throw Problems.forbidden("Only its dispatcher changes an intervention.");
    }
    ifMatch.check(intervention.version());
    UUID owner = owner(intervention, changes.ownerId(), caller);
    if (intervention.category().isFinal() && !changes.ofTheWork().isEmpty()) {
      throw notNow("It is settled: reopen it first.", changes.ofTheWork());
    }
    // First, as it locks with native SQL: before that Hibernate would write what has changed so far, as a version of its own.
    Rating rating = rating(intervention, changes.urgency());
    intervention.handOverTo(owner);
    describe(intervention, changes);
    if (rating != null) {
      intervention.rate(rating.old(), rating.chosen());
    }
    plan(intervention, changes);
    if (changes.tellTimes()) {
      Timing.tell(intervention, changes.actualStart(), changes.actualEnd(), caller, now);
    }
    Instant time = intervention.noEarlierThanItsLastChange(now);
    return recording.changed(
        intervention, caller, changes.overrideReason().orElse(null), null, workflows.current(),
        time, time);
  }

  private static ProblemException notNow(String detail, List<String> members) {
    return Problems.conflict(NOT_IN_THIS_STATUS, detail)
        .withErrors(members.stream().map(name -> new Violation("#/" + name, detail)).toList());
  }

  /** Whose it is from now on. */
  private UUID owner(Intervention intervention, Patch<UUID> owner, Caller caller) {
    if (!owner.isPresent() || intervention.ownerId().equals(owner.value())) {
      return intervention.ownerId();
    }
    if (!caller.isAdmin()) {
      throw Problems.forbidden("Only an admin hands an intervention over.");
    }
    return Owners.active(directory, required(owner, "ownerId"));
  }

  private record Rating(Urgency old, Urgency chosen) {}

  /** Null where the urgency stays what it is. */
  private @Nullable Rating rating(Intervention intervention, Patch<String> urgency) {
    if (!urgency.isPresent()) {
      return null;
    }
    Urgency old = urgencies.get(intervention.urgencyId());
    String wanted = required(urgency, "urgency");
    if (wanted.equals(old.code())) {
      return null;
    }
    Urgency chosen = usable(wanted);
    urgencies.given(chosen);
    return new Rating(old, chosen);
  }

  private void describe(Intervention intervention, Changes changes) {
    intervention.describe(
        changes.title().isPresent() ? required(changes.title(), "title") : intervention.title(),
        changes.description().isPresent()
            ? required(changes.description(), "description")
            : intervention.description());
    if (changes.siteId().isPresent()) {
      UUID site = required(changes.siteId(), "siteId");
      if (!site.equals(intervention.siteId())) {
        intervention.moveToSite(siteOf(intervention.clientId(), site));
      }
    }
  }

  private void plan(Intervention intervention, Changes changes) {
    UUID technician = changes.technicianId().orElse(intervention.technicianId());
    Instant start = changes.plannedStart().orElse(intervention.plannedStart());
    Instant end = changes.plannedEnd().orElse(intervention.plannedEnd());
    boolean otherTechnician = !Objects.equals(technician, intervention.technicianId());
    boolean otherSlot =
        !Objects.equals(start, intervention.plannedStart())
            || !Objects.equals(end, intervention.plannedEnd());
    if (otherTechnician) {
      replaceTechnician(intervention, technician);
    }
    if (otherSlot && !mayMoveSlot(intervention, start, end)) {
      throw notNow(
          "A slot is moved while one is planned; plan it first.",
          List.of("plannedStart", "plannedEnd"));
    }
    if (otherSlot && !otherTechnician) {
      technicians.requireStillHere(technician);
    }
    String overrideReason = changes.overrideReason().orElse(null);
    if (overrideReason != null && !otherSlot && !otherTechnician) {
      throw Problems.invalid("#/overrideReason", "It belongs to another slot or technician.");
    }
    if (otherSlot || otherTechnician) {
      if (start != null && end != null) {
        intervention.plan(
            otherSlot ? Slot.of(start, end) : new Slot(start, end), overrideReason);
      }
      planning.keepInStep(intervention, true);
    }
  }

  private void replaceTechnician(Intervention intervention, @Nullable UUID technician) {
    if (technician == null) {
      throw notNow("Take it back to a new one to free the technician.", List.of("technicianId"));
    }
    boolean inTime =
        intervention.category() == Category.PLANNED || intervention.category() == Category.PAUSED;
    if (!inTime) {
      throw notNow(
          "A technician is replaced while it is planned or on hold.", List.of("technicianId"));
    }
    intervention.assignTo(technicians.active(technician));
  }

  private static boolean mayMoveSlot(
      Intervention intervention, @Nullable Instant start, @Nullable Instant end) {
    return start != null
        && end != null
        && intervention.slot() != null
        && intervention.category() == Category.PLANNED;
  }

  private UUID siteOf(UUID client, UUID site) {
    return directory
        .findSite(client, site)
        .filter(known -> known.active() && known.clientId().equals(client))
        .map(Site::id)
        .orElseThrow(() -> Problems.invalid("#/siteId", "The client has no such site."));
  }

  private Urgency usable(String code) {
    return urgencies
        .usable(code)
        .orElseThrow(() -> Problems.invalid("#/urgency", "There is no such urgency."));
  }

  private static <T> T required(Patch<T> patch, String name) {
    T value = patch.value();
    if (value == null) {
      throw Problems.invalid("#/" + name, "It cannot be empty.");
    }
    return value;
  }
}
