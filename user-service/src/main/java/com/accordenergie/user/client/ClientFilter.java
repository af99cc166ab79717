package com.accordenergie.user.client;

import com.accordenergie.user.search.SearchTerms;
import org.jspecify.annotations.Nullable;

/** Which clients are wanted; what is null does not matter. */
public record ClientFilter(@Nullable Boolean active, @Nullable SearchTerms terms) {}
