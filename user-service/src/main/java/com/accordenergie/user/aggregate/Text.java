package com.accordenergie.user.aggregate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text as it is stored: without what people type by accident. */
public final class Text {

  private Text() {}

  /** On one line, with single spaces; null stays null. */
  public static @Nullable String line(@Nullable String text) {
    return text == null ? null : text.strip().replaceAll("\\s+", " ");
  }

  /** Like {@link #line}, and null when nothing is left. */
  public static @Nullable String optionalLine(@Nullable String text) {
    return nullIfEmpty(line(text));
  }

  /** Lines as they are, without blanks around them; null when nothing is left. */
  public static @Nullable String optionalLines(@Nullable String text) {
    return text == null ? null : nullIfEmpty(text.strip().replace("\r\n", "\n"));
  }

  /** For what is compared without case. */
  public static @Nullable String lowerCase(@Nullable String text) {
    return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String nullIfEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
