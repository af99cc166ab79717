package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.directory.Client;
import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Person;
import com.accordenergie.intervention.directory.Site;
import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.work.Actions;
import com.accordenergie.intervention.work.AllowedTransition;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.Transitioning;
import com.accordenergie.intervention.work.web.InterventionView.SiteView;
import com.accordenergie.intervention.work.web.InterventionView.StatusView;
import com.accordenergie.intervention.work.web.InterventionView.UrgencyView;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows an intervention to its reader. */
@Component
class InterventionViews {

  private final Workflows workflows;
  private final UrgencyList urgencies;
  private final Directory directory;
  private final Clock clock;

  InterventionViews(
      Workflows workflows, UrgencyList urgencies, Directory directory, Clock clock) {
    this.workflows = workflows;
    this.urgencies = urgencies;
    this.directory = directory;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public InterventionView of(Intervention intervention, Caller caller, Language language) {
    Workflow workflow = workflows.current();
    Status status = workflow.status(intervention.statusId());
    List<AllowedTransition> allowed =
        Transitioning.allowed(intervention, caller, workflow).stream()
            .map(way -> AllowedTransition.of(way, language))
            .toList();
    List<String> actions = Actions.of(caller, intervention);
    return caller.isClient()
        ? forClient(intervention, status, allowed, actions, language)
        : forStaff(intervention, status, allowed, actions, language);
  }

  private InterventionView forStaff(
      Intervention intervention,
      Status status,
      List<AllowedTransition> allowed,
      List<String> actions,
      Language language) {
    return new InterventionView.ForStaff(
        intervention.getId(),
        intervention.reference(),
        intervention.title(),
        intervention.description(),
        new StatusView(status.code(), status.label(language), status.category(), status.color()),
        intervention.statusSince(),
        intervention.statusReason(),
        urgency(intervention, language),
        intervention.clientId(),
        directory.client(intervention.clientId()).map(Client::name).orElse(null),
        intervention.siteId(),
        site(intervention),
        intervention.ownerId(),
        name(intervention.ownerId()),
        intervention.technicianId(),
        name(intervention.technicianId()),
        intervention.plannedStart(),
        intervention.plannedEnd(),
        intervention.overrideReason(),
        intervention.actualStart(),
        intervention.actualEnd(),
        intervention.report(),
        intervention.takeOverDueAt(),
        intervention.resolveDueAt(),
        intervention.dueAt(),
        intervention.isOverdue(clock.instant()),
        intervention.createdAt(),
        intervention.updatedAt(),
        intervention.version(),
        allowed,
        actions);
  }

  private InterventionView forClient(
      Intervention intervention,
      Status status,
      List<AllowedTransition> allowed,
      List<String> actions,
      Language language) {
    return new InterventionView.ForClient(
        intervention.getId(),
        intervention.reference(),
        intervention.title(),
        intervention.description(),
        new StatusView(
            status.code(),
            status.clientLabel(language, intervention.statusReason()),
            status.category(),
            status.color()),
        urgency(intervention, language),
        intervention.clientId(),
        intervention.siteId(),
        site(intervention),
        name(intervention.technicianId()),
        intervention.plannedStart(),
        intervention.plannedEnd(),
        intervention.actualStart(),
        intervention.actualEnd(),
        intervention.report(),
        intervention.createdAt(),
        intervention.updatedAt(),
        intervention.version(),
        allowed,
        actions);
  }

  private UrgencyView urgency(Intervention intervention, Language language) {
    Urgency urgency = urgencies.get(intervention.urgencyId());
    return new UrgencyView(
        urgency.code(), urgency.label(language), urgency.rank(), urgency.color());
  }

  private @Nullable SiteView site(Intervention intervention) {
    return directory.site(intervention.siteId()).map(InterventionViews::view).orElse(null);
  }

  private static SiteView view(Site site) {
    return new SiteView(
        site.id(),
        site.name(),
        site.addressLine(),
        site.postalCode(),
        site.city(),
        site.contactName(),
        site.contactPhone(),
        site.accessNotes());
  }

  private @Nullable String name(@Nullable UUID person) {
    return person == null
        ? null
        : directory.person(person).map(Person::displayName).orElse(null);
  }
}
