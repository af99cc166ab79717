package com.accordenergie.comment;

import com.accordenergie.platform.identity.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client reads in a thread. */
@Schema(
    oneOf = {ClientComment.class, ClientStatusChange.class, ClientAttachmentEntry.class},
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "COMMENT", schema = ClientComment.class),
      @DiscriminatorMapping(value = "STATUS_CHANGE", schema = ClientStatusChange.class),
      @DiscriminatorMapping(value = "ATTACHMENT", schema = ClientAttachmentEntry.class)
    })
sealed interface ClientEntry permits ClientComment, ClientStatusChange, ClientAttachmentEntry {

  @JsonProperty
  @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
  ThreadEntries.Kind kind();

  UUID id();

  Instant createdAt();

  /** Who wrote or did it: a name to talk to, never an id of our staff. */
  @Schema(name = "ClientEntryAuthor")
  record Author(Role role, @Nullable String name) {}
}
