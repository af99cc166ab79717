package com.accordenergie.intervention.work.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One field that changed.
 *
 * @param from as text: a code, an id, an RFC 3339 time; likewise {@code to}
 * @param fromLabel what people call it, for what has a name; likewise {@code toLabel}
 */
@Schema(name = "FieldChange")
record ChangeView(
    String field,
    @Nullable String from,
    @Nullable String to,
    @Nullable String fromLabel,
    @Nullable String toLabel) {}
