package com.accordenergie.intervention.workflow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the admin says of a status.
 *
 * @param code stable name in capitals; cannot be changed
 * @param clientLabelFr what the client reads; {@code {reason}} stands for the reason given
 * @param category what the status means to the code; cannot be changed while in use
 * @param clock what the urgency clock does meanwhile
 * @param position among the statuses, ascending
 * @param color as {@code #rrggbb}
 * @param active whether it can be reached
 */
public record StatusValues(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}", message = "takes 2 to 30 of A-Z, 0-9 and _")
        String code,
    @NotBlank @Size(max = 60) String labelFr,
    @NotBlank @Size(max = 60) String labelEn,
    @NotBlank @Size(max = 60) String clientLabelFr,
    @NotBlank @Size(max = 60) String clientLabelEn,
    @NotNull Category category,
    @NotNull ClockMode clock,
    @Min(0) @Max(10_000) short position,
    @NotNull @Pattern(regexp = "#[0-9a-f]{6}", message = "takes a colour such as #2563eb")
        String color,
    boolean active) {}
