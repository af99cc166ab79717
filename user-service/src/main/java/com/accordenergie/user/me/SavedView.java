package com.accordenergie.user.me;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A list that somebody wants to see again.
 *
 * @param list which list it is: {@code interventions}, {@code clients}
 * @param name as its owner calls it
 * @param query how the list is narrowed and ordered, as the screen that shows it writes it down
 */
public record SavedView(
    @Pattern(regexp = "[a-z-]{1,30}") String list,
    @NotBlank @Size(max = 60) String name,
    @Size(max = 2000) String query) {}
