package com.accordenergie.intervention.work;

import com.accordenergie.intervention.directory.Client;
import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Site;
import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A call comes in: the standardiste creates an intervention and owns it. */
@Component
public class Creating {

  private final Workflows workflows;
  private final UrgencyList urgencies;
  private final Directory directory;
  private final ReferenceNumbers references;
  private final Recording recording;

  Creating(
      Workflows workflows,
      UrgencyList urgencies,
      Directory directory,
      ReferenceNumbers references,
      Recording recording) {
    this.workflows = workflows;
    this.urgencies = urgencies;
    this.directory = directory;
    this.references = references;
    this.recording = recording;
  }

  /**
   * @param ownerId whom an admin creates it for; null means the caller
   */
  public record Call(
      UUID clientId,
      UUID siteId,
      String title,
      String description,
      String urgency,
      @Nullable UUID ownerId) {}

  @Transactional
  public Intervention create(Call call, Caller caller, Instant now) {
    Workflow workflow = workflows.current();
    if (!Access.mayCreate(workflow.creation(), caller)) {
      throw Problems.forbidden("Creating an intervention is not yours to do.");
    }
    UUID owner = owner(call.ownerId(), caller);
    directory
        .findClient(call.clientId())
        .filter(Client::active)
        .orElseThrow(() -> Problems.invalid("#/clientId", "There is no such client."));
    directory
        .findSite(call.clientId(), call.siteId())
        .filter(site -> site.active() && site.clientId().equals(call.clientId()))
        .orElseThrow(() -> Problems.invalid("#/siteId", "The client has no such site."));
    Urgency urgency =
        urgencies
            .usable(call.urgency())
            .orElseThrow(() -> Problems.invalid("#/urgency", "There is no such urgency."));
    var request =
        new Intervention.Request(
            call.clientId(), call.siteId(), call.title(), call.description(), urgency);
    workflows.entered(workflow.creation().to());
    urgencies.given(urgency);
    var intervention =
        new Intervention(
            references.next(now), request, owner, caller.id(), workflow.creation().to(), now);
    return recording.created(intervention, caller, workflow, now);
  }

  private UUID owner(@Nullable UUID wanted, Caller caller) {
    if (wanted == null || caller.is(wanted)) {
      return caller.id();
    }
    if (!caller.isAdmin()) {
      throw Problems.forbidden("Only an admin creates an intervention for somebody else.");
    }
    return Owners.active(directory, wanted);
  }
}
