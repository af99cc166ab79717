package com.accordenergie.user.partner;

import com.accordenergie.user.search.SearchTerms;
import org.jspecify.annotations.Nullable;

/** Which partners are wanted, and in which order; what is null does not matter. */
public record PartnerFilter(
    @Nullable PartnerState state, @Nullable SearchTerms terms, PartnerOrder order) {}
