package com.accordenergie.intervention.demo;

import static com.accordenergie.intervention.demo.Trouble.pick;

import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.intervention.work.Changing;
import com.accordenergie.intervention.work.Creating;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.Transitioning.Step;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.Patch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One intervention of the demo, lived through step by step, each at its time and by its person. */
final class Story {

  private final UseCases house;
  private final Company company;
  private final Rounds rounds;
  private final RandomGenerator random;
  private final Instant today;
  private final Trouble trouble;
  private Caller dispatcher;
  private Caller technician;
  private Instant now;
  private @Nullable UUID id;
  private long version;

  /**
   * @param called when the client called
   * @param today nothing happens later
   */
  Story(
      UseCases house,
      Company company,
      Rounds rounds,
      RandomGenerator random,
      Instant called,
      Instant today) {
    this.house = house;
    this.company = company;
    this.rounds = rounds;
    this.random = random;
    this.today = today;
    now = called;
    trouble = Trouble.any(random);
    dispatcher = pick(company.dispatchers(), random);
    technician = pick(company.technicians(), random);
  }

  /**
   * @param number which of its kind: those who are out today are out with different technicians
   * @return the intervention
   */
  UUID play(Ending ending, int number) {
    call();
    switch (ending) {
      case NEW -> {
        // Nobody has taken it over yet.
      }
      case ASSIGNED -> assign();
      case SCHEDULED -> schedule(slotFrom(tomorrow().plus(Duration.ofDays(random.nextInt(8)))));
      case EN_ROUTE -> {
        technician = company.technicians().get(number % company.technicians().size());
        scheduleToday(today.plus(Duration.ofMinutes(20)));
        at(today.minus(Duration.ofMinutes(10)));
        step(technician, Step.to("EN_ROUTE"));
      }
      case IN_PROGRESS -> {
        technician = company.technicians().get((number + 4) % company.technicians().size());
        Instant start = today.minus(Duration.ofMinutes(30 + 10L * number));
        scheduleToday(start);
        at(start);
        step(technician, Step.to("IN_PROGRESS"));
      }
      case ON_HOLD -> {
        plan();
        hold();
      }
      case DONE -> {
        plan();
        finish();
      }
      case UNRESOLVED -> {
        plan();
        fail();
      }
      case CANCELLED -> cancel();
      case CLOSED -> close();
    }
    return java.util.Objects.requireNonNull(id);
  }

  // The ways through ---------------------------------------------------------------------------------

  private void cancel() {
    switch (random.nextInt(4)) {
      case 0 -> plan();
      case 1 -> assign();
      default -> {
        // While it was new.
      }
    }
    at(now.plus(Duration.ofMinutes(random.nextLong(30, 300))));
    step(dispatcher, because("CANCELLED", pick(Trouble.CANCELLATIONS, random)));
  }

  private void close() {
    boolean longAgo = now.isBefore(today.minus(Duration.ofDays(40)));
    int turn = longAgo ? random.nextInt(20) : 19;
    if (turn < 2) {
      assign();
      at(now.plus(Duration.ofMinutes(random.nextLong(10, 90))));
      step(technician, because("NEW", pick(Trouble.REFUSALS, random)));
      technician = pick(company.technicians(), random);
    } else if (turn < 4) {
      handOver();
    } else if (turn < 7) {
      assign();
    }
    plan();
    if (turn >= 7 && turn < 10) {
      hold();
      plan();
    } else if (turn == 10) {
      fail();
      plan();
    }
    finish();
    if (turn == 11) {
      at(OfficeHours.nextDay(now, random));
      step(dispatcher, because("IN_PROGRESS", pick(Trouble.REJECTIONS, random)));
      work(trouble.report());
    }
    settle();
    if (turn == 12) {
      at(now.plus(Duration.ofDays(6)));
      step(company.admin(), because("NEW", pick(Trouble.REOPENINGS, random)));
      plan();
      finish();
      settle();
    }
  }

  private void plan() {
    schedule(slotFrom(now.plus(patience())));
  }

  private Duration patience() {
    return switch (trouble.urgency()) {
      case "CRITICAL" -> Duration.ofMinutes(45);
      case "HIGH" -> Duration.ofHours(3);
      case "NORMAL" -> Duration.ofHours(20);
      default -> Duration.ofDays(2);
    };
  }

  private void hold() {
    begin();
    at(now.plus(Duration.ofMinutes(random.nextLong(20, 60))));
    step(technician, because("ON_HOLD", pick(Trouble.HOLDS, random)));
  }

  private void fail() {
    begin();
    at(now.plus(Duration.ofMinutes(random.nextLong(30, 90))));
    step(
        technician,
        Step.to("UNRESOLVED")
            .because(pick(Trouble.FAILURES, random))
            .reporting(pick(Trouble.FAILED_VISITS, random)));
  }

  private void finish() {
    begin();
    work(trouble.report());
  }

  // The steps ----------------------------------------------------------------------------------------

  private void call() {
    Company.Premises premises = pick(company.premises(), random);
    var call =
        new Creating.Call(
            premises.clientId(),
            premises.siteId(),
            trouble.title(),
            trouble.description(),
            trouble.urgency(),
            null);
    keep(house.creating().create(call, dispatcher, now));
  }

  private void assign() {
    at(now.plus(Duration.ofMinutes(random.nextLong(5, 60))));
    step(dispatcher, Step.to("ASSIGNED").by(technician.id()));
  }

  private void handOver() {
    Caller other = pick(company.dispatchers(), random);
    if (other.equals(dispatcher)) {
      return;
    }
    at(now.plus(Duration.ofMinutes(random.nextLong(10, 120))));
    var changes = Changing.Changes.handOverTo(other.id());
    keep(house.changing().change(id(), changes, IfMatch.version(version), company.admin(), now));
    dispatcher = other;
  }

  private Slot slotFrom(Instant earliest) {
    return rounds.next(technician.id(), earliest, Duration.ofMinutes(30L * random.nextInt(2, 6)));
  }

  private Slot slot = new Slot(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

  private void schedule(Slot planned) {
    at(now.plus(Duration.ofMinutes(random.nextLong(5, 40))));
    slot = planned;
    step(dispatcher, Step.to("SCHEDULED").by(technician.id()).in(planned));
  }

  private void scheduleToday(Instant around) {
    long quarter = Duration.ofMinutes(15).toSeconds();
    Instant start = Instant.ofEpochSecond(around.getEpochSecond() / quarter * quarter);
    var planned = new Slot(start, start.plus(2, ChronoUnit.HOURS));
    rounds.take(technician.id(), planned);
    schedule(planned);
  }

  private void begin() {
    if (random.nextInt(4) > 0) {
      at(slot.start().minus(Duration.ofMinutes(random.nextLong(10, 35))));
      step(technician, Step.to("EN_ROUTE"));
    }
    at(slot.start().plus(Duration.ofMinutes(random.nextLong(-5, 15))));
    step(technician, Step.to("IN_PROGRESS"));
  }

  private void work(String report) {
    at(now.plus(Duration.ofMinutes(random.nextLong(30, 110))));
    step(technician, Step.to("DONE").reporting(report));
  }

  private void settle() {
    at(OfficeHours.nextDay(now, random));
    step(dispatcher, Step.to("CLOSED"));
  }

  private static Step because(String to, String reason) {
    return Step.to(to).because(reason);
  }

  private void step(Caller who, Step step) {
    keep(
        house
            .transitioning()
            .transition(id(), step, IfMatch.version(version), who, Language.FRENCH, now));
  }

  private void keep(Intervention intervention) {
    id = intervention.getId();
    version = intervention.version();
  }

  private UUID id() {
    return java.util.Objects.requireNonNull(id);
  }

  /** Time goes on, at least by a little, and never past today. */
  private void at(Instant time) {
    Instant next = now.plusSeconds(40);
    now = time.isAfter(next) ? time : next;
    if (now.isAfter(today)) {
      now = today;
    }
  }

  private Instant tomorrow() {
    return today.atZone(OfficeHours.PARIS).plusDays(1).with(OfficeHours.OPENING).toInstant();
  }
}
