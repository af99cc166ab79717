package com.accordenergie.intervention.volume;

import com.accordenergie.intervention.listing.Words;
import com.accordenergie.intervention.volume.Life.Change;
import com.accordenergie.intervention.volume.Life.Remark;
import com.accordenergie.intervention.volume.Life.Step;
import com.accordenergie.intervention.volume.Lists.StatusRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes lives into every table that knows of them, one transaction for each call of {@link #commit}. */
final class LifeWriter {

  private static final Duration CELL = Duration.ofMinutes(5);
  private static final String REASON = "{reason}";

  private final Connection connection;
  private final BulkInsert interventions;
  private final BulkInsert changes;
  private final BulkInsert words;
  private final BulkInsert bookings;
  private final BulkInsert copies;
  private final BulkInsert statusChanges;
  private final BulkInsert comments;
  private final BulkInsert entries;
  private final Followed followed;

  LifeWriter(Connection connection, Schemas schemas) {
    this.connection = connection;
    this.followed = new Followed(connection, schemas);
    String work = schemas.intervention();
    String conversation = schemas.comment();
    interventions =
        into(
            work
                + ".intervention (id, reference, title, description, client_id, site_id, owner_id,"
                + " technician_id, status_id, category, urgency_id, planned_start, planned_end,"
                + " actual_start, actual_end, report, status_since, status_reason, created_by, created_at, updated_at,"
                + " taken_over_at, clock_elapsed_ms, clock_since, clock_started_at, take_over_due_at,"
                + " resolve_due_at, due_at, version)");
    changes =
        into(
            work
                + ".intervention_change (intervention_id, version, field, old_value, new_value, actor_id,"
                + " actor_role, changed_at, reason)");
    words = into(work + ".search_word (intervention_id, word, owner_id, technician_id, client_id)");
    bookings = into(work + ".booked_interval (technician_id, slot_start, intervention_id)");
    copies =
        into(
            conversation
                + ".intervention (id, reference, client_id, owner_id, technician_id, status, created_at,"
                + " sequence)");
    statusChanges =
        into(
            conversation
                + ".status_change (id, intervention_id, sequence, from_code, from_label,"
                + " from_client_label, to_code, to_label, to_client_label, reason, changed_by,"
                + " changed_by_role, changed_at)");
    comments =
        into(
            conversation
                + ".comment (id, intervention_id, author_id, author_role, visibility, body, created_at,"
                + " changed_at, version)");
    entries =
        into(
            conversation
                + ".thread_entry (intervention_id, occurred_at, id, kind, visibility, author_id)");
  }

  private BulkInsert into(String columns) {
    return new BulkInsert(connection, columns);
  }

  void write(Life life, Draw draw) throws SQLException {
    intervention(life);
    history(life);
    for (String word :
        Words.toStore(
            life.reference(), life.title(), life.description(), Company.clientName(life.client()))) {
      words.row(life.id(), word, life.owner(), life.technician(), Company.client(life.client()));
    }
    if (life.status().keepsBooking() && life.plannedStart() != null) {
      book(life, life.plannedStart(), life.plannedEnd());
    }
    conversation(life, draw);
    followed.intervention(life.id(), life.version());
  }

  void commit() throws SQLException {
    for (BulkInsert insert :
        List.of(
            interventions, changes, words, bookings, copies, statusChanges, comments, entries)) {
      insert.flush();
    }
    followed.flush();
    connection.commit();
  }

  private void intervention(Life life) throws SQLException {
    Instant stopped = life.clockStoppedAt();
    Instant since = stopped == null ? life.changedAt() : null;
    Instant until = stopped == null ? life.changedAt() : stopped;
    interventions.row(
        life.id(), life.reference(), life.title(), life.description(),
        Company.client(life.client()), life.site(), life.owner(), life.technician(),
        life.status().id(), life.status().category(), life.urgency().id(), life.plannedStart(),
        life.plannedEnd(), life.actualStart(), life.actualEnd(), life.report(), life.changedAt(),
        life.statusReason(),
        life.owner(), life.createdAt(), life.changedAt(), life.takenOverAt(),
        Duration.between(life.createdAt(), until).toMillis(), since, life.createdAt(),
        life.takeOverDueAt(), life.resolveDueAt(), life.dueAt(), life.version());
  }

  private void history(Life life) throws SQLException {
    List<Change> beginning =
        List.of(
            new Change("clientId", null, Company.client(life.client()).toString()),
            new Change("description", null, life.description()),
            new Change("ownerId", null, life.owner().toString()),
            new Change("reference", null, life.reference()),
            new Change("siteId", null, life.site().toString()),
            new Change("status", null, life.beginning().code()),
            new Change("title", null, life.title()),
            new Change("urgency", null, life.urgency().code()));
    revision(life.id(), 1, beginning, life.owner(), "DISPATCHER", life.createdAt(), null);
    for (int i = 0; i < life.steps().size(); i++) {
      Step step = life.steps().get(i);
      revision(
          life.id(), i + 2, step.changes(), step.actor(), step.actorRole(), step.at(), step.reason());
    }
  }

  private void revision(
      UUID id,
      int version,
      List<Change> fields,
      UUID actor,
      String role,
      Instant at,
      @Nullable String reason)
      throws SQLException {
    for (Change change : fields) {
      changes.row(id, version, change.field(), change.from(), change.to(), actor, role, at, reason);
    }
  }

  private void book(Life life, Instant from, @Nullable Instant to) throws SQLException {
    for (Instant cell = from; to != null && cell.isBefore(to); cell = cell.plus(CELL)) {
      bookings.row(life.technician(), cell, life.id());
    }
  }

  private void conversation(Life life, Draw draw) throws SQLException {
    copies.row(
        life.id(), life.reference(), Company.client(life.client()), life.owner(),
        life.technician(), life.status().code(), life.createdAt(), life.version());
    StatusRow from = life.beginning();
    for (int i = 0; i < life.steps().size(); i++) {
      Step step = life.steps().get(i);
      UUID event = draw.idAt(step.at());
      statusChanges.row(
          event, life.id(), i + 2, from.code(), from.label(), wording(from, null), step.to().code(),
          step.to().label(), wording(step.to(), step.reason()), step.reason(), step.actor(),
          step.actorRole(), step.at());
      entries.row(life.id(), step.at(), event, "STATUS_CHANGE", "PUBLIC", step.actor());
      from = step.to();
    }
    for (Remark remark : life.remarks()) {
      comments.row(
          remark.id(), life.id(), remark.author(), remark.authorRole(), remark.visibility(),
          remark.body(), remark.at(), remark.at(), 1);
      followed.comment(remark.id());
      entries.row(life.id(), remark.at(), remark.id(), "COMMENT", remark.visibility(), remark.author());
    }
  }

  private static String wording(StatusRow status, @Nullable String reason) {
    return reason == null
        ? status.clientLabel().replace(" : " + REASON, "").replace(REASON, "").strip()
        : status.clientLabel().replace(REASON, reason);
  }
}
