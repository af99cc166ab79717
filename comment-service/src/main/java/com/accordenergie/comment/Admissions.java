package com.accordenergie.comment;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides who may take part in an intervention's conversation.
 *
 * <p>What the events have told so far settles most cases. When it does not admit the caller, the
 * intervention-service itself is asked, once and in the caller's name: the creation or the hand-over
 * that would admit them may still be on its way. An intervention that does not exist and one that is
 * somebody else's take the same way to the same 404.
 */
@Component
public class Admissions {

  private final Interventions interventions;
  private final Assignments assignments;
  private final InterventionLookup lookup;

  Admissions(Interventions interventions, Assignments assignments, InterventionLookup lookup) {
    this.interventions = interventions;
    this.assignments = assignments;
    this.lookup = lookup;
  }

  /** Answers 404 unless the caller may see the intervention, 503 when nobody can tell right now. */
  public Admission admit(Caller caller, UUID interventionId) {
    return known(caller, interventionId)
        .or(() -> asked(caller, interventionId))
        .orElseThrow(Problems::notFound);
  }

  /**
   * As {@link #admit}; and a technician whom the intervention was taken from may still add what they
   * wrote or took while it was theirs.
   */
  public Admission admitToAdd(Caller caller, UUID interventionId, @Nullable Instant then) {
    return known(caller, interventionId)
        .or(() -> before(caller, interventionId, then))
        .or(() -> asked(caller, interventionId))
        .orElseThrow(Problems::notFound);
  }

  private Optional<Admission> before(Caller caller, UUID interventionId, @Nullable Instant then) {
    return assignments.was(caller, interventionId, then)
        ? interventions.find(interventionId).map(Admission::to)
        : Optional.empty();
  }

  /**
   * That something is not there, after as long as it takes to say so of what is somebody else's: nobody
   * learns which of the two it is. 503 when nobody can tell right now.
   */
  public ProblemException notFound() {
    lookup.ask(Ids.next());
    return Problems.notFound();
  }

  private Optional<Admission> known(Caller caller, UUID interventionId) {
    return interventions
        .find(interventionId)
        .filter(intervention -> intervention.isVisibleTo(caller))
        .map(Admission::to);
  }

  private Optional<Admission> asked(Caller caller, UUID interventionId) {
    return lookup.ask(interventionId).flatMap(found -> admitted(caller, found));
  }

  private Optional<Admission> admitted(Caller caller, InterventionLookup.Found found) {
    Intervention whole = found.whole();
    if (whole != null) {
      interventions.learn(whole);
      return known(caller, whole.id());
    }
    // A client is not told who handles the intervention: enough to admit them, not to keep a copy.
    return caller.clientId() == null
        ? Optional.empty()
        : Optional.of(new Admission(found.id(), caller.clientId()));
  }
}
