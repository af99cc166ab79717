package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public attachment; there is no way to put an internal one into this record's shape.
 *
 * @param mine whether the reader attached it
 * @param signer whose signature it is, null for a photo
 * @param takenAt when the device says that it was taken
 * @param size in bytes
 * @param removableUntil until when the reader may remove it, null when they may not
 */
public record ClientAttachment(
    UUID id,
    UUID interventionId,
    AttachmentKind kind,
    Instant createdAt,
    ClientEntry.Author author,
    boolean mine,
    @Nullable String caption,
    @Nullable String signer,
    @Nullable Instant takenAt,
    String mediaType,
    int size,
    int width,
    int height,
    @Nullable Instant removableUntil,
    long version)
    implements AttachmentView {

  @JsonProperty
  public Visibility visibility() {
    return Visibility.PUBLIC;
  }

  /** Out of a row with the columns that a client's thread selects. */
  public static ClientAttachment of(ResultSet row, Caller reader, Instant now)
      throws SQLException {
    Instant createdAt = Columns.instant(row, "occurred_at");
    Role role = Role.valueOf(row.getString("attached_by_role"));
    boolean mine = reader.is(Columns.uuid(row, "author_id"));
    return new ClientAttachment(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "intervention_id"),
        AttachmentKind.valueOf(row.getString("attachment_kind")),
        createdAt,
        new ClientEntry.Author(role, row.getString("display_name")),
        mine,
        row.getString("caption"),
        row.getString("signer"),
        Columns.instantOrNull(row, "taken_at"),
        row.getString("media_type"),
        row.getInt("size"),
        row.getInt("width"),
        row.getInt("height"),
        mine ? ChangeWindow.openUntil(createdAt, now) : null,
        row.getLong("attachment_version"));
  }
}
