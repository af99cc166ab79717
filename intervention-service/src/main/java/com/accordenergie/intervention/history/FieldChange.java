package com.accordenergie.intervention.history;

import org.jspecify.annotations.Nullable;

/** One field that changed; values as text: codes, ids, RFC 3339 times. */
public record FieldChange(String field, @Nullable String from, @Nullable String to) {}
