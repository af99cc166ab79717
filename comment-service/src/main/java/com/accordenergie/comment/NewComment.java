package com.accordenergie.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What is posted to a thread. */
record NewComment(
    @NotBlank @Size(max = CommentBody.MAX_LENGTH) String body, @NotNull Visibility visibility) {}
