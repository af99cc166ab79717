package com.accordenergie.user.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers, however they are written: {@code 06 12 34 56 78}, {@code +33612345678} and
 * {@code +33 (0)6.12.34.56.78} are one number.
 */
public final class PhoneNumbers {

  /** 4 to 15 digits (E.164, section 6.1), grouped as people do. */
  public static final String PATTERN = "\\+?[0-9](?:[ .()/-]{0,3}[0-9]){3,14}";

  private static final String FRANCE = "33";

  private PhoneNumbers() {}

  /** The number, or its beginning, as it is searched: a French one as it is dialled in France. */
  public static Optional<String> word(@Nullable String number) {
    if (number == null) {
      return Optional.empty();
    }
    String digits = number.replaceAll("[^0-9]", "");
    boolean abroad = number.strip().startsWith("+");
    if (!abroad && digits.startsWith("00")) {
      digits = digits.substring(2);
      abroad = true;
    }
    String word = abroad ? fromAbroad(digits) : digits;
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private static String fromAbroad(String digits) {
    if (!digits.startsWith(FRANCE)) {
      return digits;
    }
    String national = digits.substring(FRANCE.length());
    return national.startsWith("0") ? national : "0" + national;
  }
}
