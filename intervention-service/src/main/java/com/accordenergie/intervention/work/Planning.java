package com.accordenergie.intervention.work;

import static com.accordenergie.intervention.work.WorkProblems.SLOT_TAKEN;

import com.accordenergie.intervention.planning.Bookings;
import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the technician's booked time in step with what the intervention says. */
@Component
class Planning {

  private final Bookings bookings;
  private final Interventions interventions;

  Planning(Bookings bookings, Interventions interventions) {
    this.bookings = bookings;
    this.interventions = interventions;
  }

  /**
   * Books what was newly planned, frees what is over. 409 when the technician is taken; work that
   * goes on after it was over books nothing: it is under way whatever the plan said.
   *
   * @param planned whether a slot or a technician was chosen, be it the same as before: the time may
   *     have been given away since
   */
  void keepInStep(Intervention intervention, boolean planned) {
    Slot slot = intervention.slot();
    UUID technician = intervention.technicianId();
    if (slot == null || technician == null || !intervention.category().keepsBooking()) {
      bookings.release(intervention.getId());
      return;
    }
    if (!planned) {
      return;
    }
    if (intervention.overrideReason() != null) {
      bookings.bookAnyway(technician, slot, intervention.getId());
      return;
    }
    bookings
        .book(technician, slot, intervention.getId())
        .ifPresent(
            other -> {
              throw taken(intervention, slot, other);
            });
  }

  /** Names the other intervention only if it has the same owner: colleagues' ones stay theirs. */
  private ProblemException taken(Intervention intervention, Slot slot, UUID other) {
    ProblemException problem =
        Problems.conflict(
                SLOT_TAKEN,
                "Choose another time or technician, or give an overrideReason.")
            .with("plannedStart", slot.start())
            .with("plannedEnd", slot.end());
    interventions
        .findById(other)
        .filter(known -> known.ownerId().equals(intervention.ownerId()))
        .ifPresent(known -> problem.with("conflictsWith", known.reference()));
    return problem;
  }
}
