package com.accordenergie.platform.problem;

/** Which characters the suite takes in texts and parameters. */
public final class Characters {

  private Characters() {}

  /** No control character but tab and line ends, no half of a surrogate pair. */
  public static boolean areAllowed(String text) {
    return text.codePoints()
        .allMatch(
            character ->
                character == '\t'
                    || character == '\n'
                    || character == '\r'
                    || !(Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE));
  }
}
