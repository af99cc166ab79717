package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param mine whether the reader attached it
 * @param signer whose signature it is, null for a photo
 * @param takenAt when the device says that it was taken
 * @param size in bytes
 * @param removableUntil until when the reader may remove it, null when they may not
 */
public record StaffAttachment(
    UUID id,
    UUID interventionId,
    AttachmentKind kind,
    Visibility visibility,
    Instant createdAt,
    StaffEntry.Author author,
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

  /** Out of a row with the columns that the thread selects. */
  public static StaffAttachment of(ResultSet row, Caller reader, Instant now) throws SQLException {
    Instant createdAt = Columns.instant(row, "occurred_at");
    UUID author = Columns.uuid(row, "author_id");
    Role role = Role.valueOf(row.getString("attached_by_role"));
    boolean mine = reader.is(author);
    return new StaffAttachment(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "intervention_id"),
        AttachmentKind.valueOf(row.getString("attachment_kind")),
        Visibility.valueOf(row.getString("visibility")),
        createdAt,
        new StaffEntry.Author(author, role, row.getString("display_name")),
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
