package com.accordenergie.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to a thread.
 *
 * @param writtenAt when it was written, if that was not just now, as on a device without network
 */
record NewComment(
    @NotBlank @Size(max = CommentBody.MAX_LENGTH) String body,
    @NotNull Visibility visibility,
    @Nullable Instant writtenAt) {}
