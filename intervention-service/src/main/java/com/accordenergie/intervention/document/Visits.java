package com.accordenergie.intervention.document;

import com.accordenergie.intervention.directory.Client;
import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Person;
import com.accordenergie.intervention.directory.Site;
import com.accordenergie.intervention.history.History;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.Reading;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what may be told of an intervention. */
@Component
class Visits {

  /** More than anybody takes; a bound all the same. */
  private static final int STEPS = 60;

  private final Reading reading;
  private final History history;
  private final Directory directory;
  private final Workflows workflows;
  private final UrgencyList urgencies;

  Visits(
      Reading reading,
      History history,
      Directory directory,
      Workflows workflows,
      UrgencyList urgencies) {
    this.reading = reading;
    this.history = history;
    this.directory = directory;
    this.workflows = workflows;
    this.urgencies = urgencies;
  }

  @Transactional(readOnly = true)
  public Visit get(UUID id, Caller caller) {
    Intervention intervention = reading.get(id, caller);
    Workflow workflow = workflows.current();
    return new Visit(
        id,
        intervention.version(),
        intervention.reference(),
        intervention.title(),
        intervention.description(),
        workflow
            .status(intervention.statusId())
            .clientLabel(Language.FRENCH, intervention.statusReason()),
        urgencies.get(intervention.urgencyId()).label(Language.FRENCH),
        directory.client(intervention.clientId()).map(Client::name).orElse(null),
        directory.site(intervention.siteId()).map(Visits::place).orElse(null),
        Optional.ofNullable(intervention.technicianId())
            .flatMap(directory::person)
            .map(Person::displayName)
            .orElse(null),
        intervention.plannedStart(),
        intervention.plannedEnd(),
        intervention.actualStart(),
        intervention.actualEnd(),
        intervention.report(),
        intervention.hasReport(),
        intervention.category() == Category.CANCELLED,
        intervention.createdAt(),
        intervention.updatedAt(),
        steps(id, workflow));
  }

  private List<Visit.Step> steps(UUID id, Workflow workflow) {
    return history.steps(id, STEPS).stream()
        .flatMap(
            step ->
                workflow.status(step.to()).stream()
                    .map(
                        status ->
                            new Visit.Step(
                                step.occurredAt(),
                                status.clientLabel(Language.FRENCH, step.reason()))))
        .toList();
  }

  private static Visit.Place place(Site site) {
    return new Visit.Place(
        site.name(),
        site.addressLine(),
        site.postalCode(),
        site.city(),
        site.contactName(),
        site.contactPhone());
  }
}
