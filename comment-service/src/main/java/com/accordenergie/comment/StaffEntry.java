package com.accordenergie.comment;

import com.accordenergie.platform.identity.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff read in a thread. */
@Schema(
    oneOf = {StaffComment.class, StaffStatusChange.class, StaffAttachmentEntry.class},
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "COMMENT", schema = StaffComment.class),
      @DiscriminatorMapping(value = "STATUS_CHANGE", schema = StaffStatusChange.class),
      @DiscriminatorMapping(value = "ATTACHMENT", schema = StaffAttachmentEntry.class)
    })
sealed interface StaffEntry permits StaffComment, StaffStatusChange, StaffAttachmentEntry {

  @JsonProperty
  @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
  ThreadEntries.Kind kind();

  UUID id();

  Instant createdAt();

  /**
   * Who wrote or did it.
   *
   * @param name null when the person is not known here yet, or was erased
   */
  @Schema(name = "StaffEntryAuthor")
  record Author(UUID id, Role role, @Nullable String name) {}
}
