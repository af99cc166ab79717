package com.accordenergie.intervention.document;

import java.nio.charset.StandardCharsets;

/**
 * Folds iCalendar's lines. ical4j counts characters and may tear one in two; the standard counts bytes,
 * 75 in a line (RFC 5545, section 3.1), and French has many letters of two.
 */
final class ContentLines {

  private static final int LONGEST = 75;
  private static final String FOLD = "\r\n ";

  private ContentLines() {}

  /**
   * @param lines each in one piece, ended by CR LF
   */
  static String folded(String lines) {
    var folded = new StringBuilder(lines.length() + lines.length() / 16);
    int bytes = 0;
    for (int at = 0; at < lines.length(); ) {
      int character = lines.codePointAt(at);
      String text = Character.toString(character);
      if (character == '\r' || character == '\n') {
        bytes = 0;
      } else {
        int more = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes + more > LONGEST) {
          folded.append(FOLD);
          bytes = 1;
        }
        bytes += more;
      }
      folded.append(text);
      at += text.length();
    }
    return folded.toString();
  }
}
