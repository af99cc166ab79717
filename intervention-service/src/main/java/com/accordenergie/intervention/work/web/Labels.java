package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.directory.Client;
import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Person;
import com.accordenergie.intervention.directory.Site;
import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Workflows;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people call that of which the history keeps codes and ids. */
@Component
class Labels {

  private final Directory directory;
  private final Workflows workflows;
  private final UrgencyList urgencies;

  Labels(Directory directory, Workflows workflows, UrgencyList urgencies) {
    this.directory = directory;
    this.workflows = workflows;
    this.urgencies = urgencies;
  }

  ChangeView of(FieldChange change, Language language) {
    return new ChangeView(
        change.field(),
        change.from(),
        change.to(),
        label(change.field(), change.from(), language),
        label(change.field(), change.to(), language));
  }

  private @Nullable String label(String field, @Nullable String value, Language language) {
    if (value == null) {
      return null;
    }
    return switch (field) {
      case "status" ->
          workflows.current().status(value).map(status -> status.label(language)).orElse(null);
      case "urgency" -> urgencies.find(value).map(urgency -> urgency.label(language)).orElse(null);
      case "technicianId", "ownerId" ->
          directory.person(UUID.fromString(value)).map(Person::displayName).orElse(null);
      case "clientId" -> directory.client(UUID.fromString(value)).map(Client::name).orElse(null);
      case "siteId" -> directory.site(UUID.fromString(value)).map(Site::name).orElse(null);
      default -> null;
    };
  }
}
