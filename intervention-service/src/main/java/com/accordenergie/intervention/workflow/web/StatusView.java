package com.accordenergie.intervention.workflow.web;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.ClockMode;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.platform.identity.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A status as its reader sees it.
 *
 * @param label in the reader's language; the client's wording for a client
 * @param labelFr and the others: for all but clients
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusView(
    String code,
    String label,
    @Nullable String labelFr,
    @Nullable String labelEn,
    @Nullable String clientLabelFr,
    @Nullable String clientLabelEn,
    Category category,
    ClockMode clock,
    short position,
    String color,
    boolean active,
    long version) {

  static StatusView of(Status status, Language language, Caller caller) {
    boolean client = caller.isClient();
    return new StatusView(
        status.code(),
        client ? status.clientLabel(language, null) : status.label(language),
        client ? null : status.label(Language.FRENCH),
        client ? null : status.label(Language.ENGLISH),
        client ? null : status.clientLabel(Language.FRENCH),
        client ? null : status.clientLabel(Language.ENGLISH),
        status.category(),
        status.clock(),
        status.position(),
        status.color(),
        status.isActive(),
        status.version());
  }
}
