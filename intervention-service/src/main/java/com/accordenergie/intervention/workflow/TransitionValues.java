package com.accordenergie.intervention.workflow;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What the admin says of a transition. An admin may do every one of them.
 *
 * @param from a status's code; null for the creation
 * @param to a status's code
 * @param byDispatcher the dispatcher who owns the intervention may do it
 * @param byTechnician the technician it is assigned to may do it
 */
public record TransitionValues(
    @Nullable String from,
    @NotNull String to,
    boolean byDispatcher,
    boolean byTechnician,
    boolean needsReason,
    boolean needsReport,
    boolean needsTechnician,
    boolean needsSlot,
    boolean active) {}
