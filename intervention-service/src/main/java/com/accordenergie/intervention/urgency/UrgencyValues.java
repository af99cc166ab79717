package com.accordenergie.intervention.urgency;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the admin says of an urgency.
 *
 * @param code stable name in capitals; cannot be changed
 * @param rank the higher, the more urgent
 * @param takeOverMinutes 1 to 525600; at most {@code resolveMinutes}
 * @param resolveMinutes 1 to 525600
 */
public record UrgencyValues(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}", message = "takes 2 to 30 of A-Z, 0-9 and _")
        String code,
    @NotBlank @Size(max = 60) String labelFr,
    @NotBlank @Size(max = 60) String labelEn,
    @Min(0) @Max(1000) short rank,
    @NotNull @Pattern(regexp = "#[0-9a-f]{6}", message = "takes a colour such as #dc2626")
        String color,
    @Min(1) @Max(525_600) int takeOverMinutes,
    @Min(1) @Max(525_600) int resolveMinutes,
    boolean active) {}
