package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.history.History;
import com.accordenergie.intervention.history.Revision;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the history to its reader: all of it to the staff, what concerns a client to a client. */
@Component
class HistoryViews {

  private static final Set<String> FOR_CLIENTS =
      Set.of("status", "plannedStart", "plannedEnd", "title", "description", "siteId", "reference");

  private final History history;
  private final Workflows workflows;
  private final Labels labels;

  HistoryViews(History history, Workflows workflows, Labels labels) {
    this.history = history;
    this.workflows = workflows;
    this.labels = labels;
  }

  @Transactional(readOnly = true)
  public Page<RevisionView> page(
      Intervention intervention, PageRequest request, Caller caller, Language language) {
    String context = "history " + intervention.getId();
    Cursor cursor = Cursor.decode(context, request.cursor());
    long after = cursor == null ? 0 : cursor.number(0);
    List<Revision> revisions =
        history.after(intervention.getId(), after, request.limit() + 1);
    Page<Revision> page =
        Page.of(revisions, request, last -> Cursor.encode(context, last.version()));
    Labels.Known known = labels.of(page.items(), caller, language);
    if (!caller.isClient()) {
      return page.map(revision -> forStaff(revision, known));
    }
    return new Page<>(
        page.items().stream()
            .map(revision -> forClient(revision, known))
            .filter(view -> !view.changes().isEmpty())
            .toList(),
        page.nextCursor());
  }

  @Transactional(readOnly = true)
  public StateView asOf(
      Intervention intervention, Instant time, Caller caller, Language language) {
    History.State state = history.asOf(intervention.getId(), time);
    if (state.version() == 0) {
      throw Problems.notFound();
    }
    Map<String, @Nullable String> fields = new LinkedHashMap<>(state.fields());
    if (caller.isClient()) {
      fields.keySet().retainAll(FOR_CLIENTS);
      fields.computeIfPresent(
          "status", (field, code) -> wording(code, state.statusReason(), language));
    }
    return new StateView(time, state.version(), fields);
  }

  private RevisionView forStaff(Revision revision, Labels.Known known) {
    return new RevisionView(
        revision.version(),
        revision.at(),
        revision.occurredAt(),
        revision.actorId(),
        known.of(revision.actorId()),
        revision.actorRole(),
        revision.reason(),
        revision.changes().stream().map(known::of).toList());
  }

  private static RevisionView forClient(Revision revision, Labels.Known known) {
    List<ChangeView> changes =
        revision.changes().stream()
            .filter(change -> FOR_CLIENTS.contains(change.field()))
            .map(change -> forClient(change, revision.reason(), known))
            .toList();
    return new RevisionView(
        revision.version(),
        revision.at(),
        revision.occurredAt(),
        null,
        null,
        revision.actorRole(),
        null,
        changes);
  }

  /** Of a status a client reads the wording, and not even the code. */
  private static ChangeView forClient(
      FieldChange change, @Nullable String reason, Labels.Known known) {
    if (!change.field().equals("status")) {
      return known.of(change);
    }
    String from = told(known.of("status", change.from()), null);
    String to = told(known.of("status", change.to()), reason);
    return new ChangeView(change.field(), from, to, from, to);
  }

  private static @Nullable String told(@Nullable String label, @Nullable String reason) {
    return label == null ? null : Status.clientLabel(label, reason);
  }

  private @Nullable String wording(String code, @Nullable String reason, Language language) {
    return workflows.statuses().stream()
        .filter(status -> status.code().equals(code))
        .findFirst()
        .map(status -> status.clientLabel(language, reason))
        .orElse(null);
  }
}
