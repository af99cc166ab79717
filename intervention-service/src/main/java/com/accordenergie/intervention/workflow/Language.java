package com.accordenergie.intervention.workflow;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language labels are given: French, unless English is asked for. */
public enum Language {
  FRENCH,
  ENGLISH;

  private static final List<Locale> KNOWN = List.of(Locale.FRENCH, Locale.ENGLISH);

  /** By the header Accept-Language (RFC 9110, section 12.5.4); French when it cannot be read. */
  public static Language of(@Nullable String header) {
    if (header == null) {
      return FRENCH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
      return Locale.ENGLISH.equals(best) ? ENGLISH : FRENCH;
    } catch (IllegalArgumentException unreadable) {
      return FRENCH;
    }
  }
}
