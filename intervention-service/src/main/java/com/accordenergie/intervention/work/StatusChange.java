package com.accordenergie.intervention.work;

import com.accordenergie.intervention.workflow.Status;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param clientReason the reason as far as the client reads it
 */
public record StatusChange(
    Status from, Status to, @Nullable String reason, @Nullable String clientReason) {}
