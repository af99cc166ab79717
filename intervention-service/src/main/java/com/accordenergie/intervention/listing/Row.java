package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a row of {@link PageStatement} into the line that its reader gets. */
record Row(ListedIntervention line, Reading.Position position) {

  private static final String REASON = "{reason}";

  static Row read(ResultSet row, Reading reading, Language language) throws SQLException {
    Caller reader = reading.criteria().reader();
    UUID id = id(row, "id");
    Instant plannedStart = time(row, "planned_start");
    Instant dueAt = time(row, "due_at");
    ListedIntervention line =
        reader.isClient()
            ? forClient(row, id, plannedStart, language)
            : forStaff(row, id, plannedStart, dueAt, reading.now(), language);
    Instant position =
        switch (reading.order().key()) {
          case CREATED_AT -> null;
          case PLANNED_START -> plannedStart;
          case DUE_AT -> dueAt;
        };
    return new Row(line, new Reading.Position(position, id));
  }

  private static ListedIntervention forStaff(
      ResultSet row,
      UUID id,
      @Nullable Instant plannedStart,
      @Nullable Instant dueAt,
      Instant now,
      Language language)
      throws SQLException {
    return new ListedIntervention.ForStaff(
        id,
        row.getString("reference"),
        row.getString("title"),
        status(row, row.getString("status_label_" + suffix(language))),
        row.getString("status_reason"),
        role(row.getString("status_by")),
        urgency(row, language),
        id(row, "client_id"),
        row.getString("client_name"),
        id(row, "site_id"),
        row.getString("site_name"),
        row.getString("city"),
        id(row, "owner_id"),
        row.getString("owner_name"),
        idOrNull(row, "technician_id"),
        row.getString("technician_name"),
        plannedStart,
        time(row, "planned_end"),
        dueAt,
        dueAt != null && dueAt.isBefore(now),
        given(time(row, "created_at")),
        given(time(row, "updated_at")),
        row.getLong("version"));
  }

  private static ListedIntervention forClient(
      ResultSet row, UUID id, @Nullable Instant plannedStart, Language language)
      throws SQLException {
    return new ListedIntervention.ForClient(
        id,
        row.getString("reference"),
        row.getString("title"),
        status(
            row,
            clientWording(
                row.getString("client_label_" + suffix(language)), row.getString("status_reason"))),
        urgency(row, language),
        id(row, "client_id"),
        row.getString("client_name"),
        id(row, "site_id"),
        row.getString("site_name"),
        row.getString("city"),
        row.getString("technician_name"),
        plannedStart,
        time(row, "planned_end"),
        given(time(row, "created_at")),
        given(time(row, "updated_at")),
        row.getLong("version"));
  }

  /** As {@code Status.clientLabel} words it: the reason shows only where the wording asks for it. */
  static String clientWording(String label, @Nullable String reason) {
    return reason == null
        ? label.replace(" : " + REASON, "").replace(": " + REASON, "").replace(REASON, "").strip()
        : label.replace(REASON, reason);
  }

  private static ListedIntervention.StatusLabel status(ResultSet row, String label)
      throws SQLException {
    return new ListedIntervention.StatusLabel(
        row.getString("status_code"),
        label,
        Category.valueOf(row.getString("category")),
        row.getString("status_color"));
  }

  private static ListedIntervention.UrgencyLabel urgency(ResultSet row, Language language)
      throws SQLException {
    return new ListedIntervention.UrgencyLabel(
        row.getString("urgency_code"),
        row.getString("urgency_label_" + suffix(language)),
        row.getInt("severity"),
        row.getString("urgency_color"));
  }

  private static @Nullable Role role(@Nullable String name) {
    return name == null ? null : Role.valueOf(name);
  }

  private static String suffix(Language language) {
    return language == Language.ENGLISH ? "en" : "fr";
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Ids.uuid(row.getBytes(column));
  }

  private static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : Ids.uuid(bytes);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static Instant given(@Nullable Instant time) {
    return java.util.Objects.requireNonNull(time);
  }
}
