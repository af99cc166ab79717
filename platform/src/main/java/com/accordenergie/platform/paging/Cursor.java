package com.accordenergie.platform.paging;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.time.StorableTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins: the sort values of the last row, opaque to clients. It is bound to a
 * context (the sort and the filters), so that one list's cursor is refused by another.
 */
public final class Cursor {

  private static final char SEPARATOR = '\n';
  private static final int MAX_LENGTH = 1000;

  private final List<String> values;

  private Cursor(List<String> values) {
    this.values = values;
  }

  public static String encode(String context, Object... values) {
    String text =
        Stream.concat(Stream.of(fingerprint(context)), Arrays.stream(values))
            .map(Object::toString)
            .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Null for the first page; 400 for a cursor that this list did not give. */
  public static @Nullable Cursor decode(String context, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.length() > MAX_LENGTH) {
      throw malformed();
    }
    try {
      String decoded =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> parts = List.of(decoded.split(String.valueOf(SEPARATOR), -1));
      if (parts.size() < 2 || !parts.getFirst().equals(fingerprint(context))) {
        throw malformed();
      }
      return new Cursor(parts.subList(1, parts.size()));
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  public String text(int index) {
    if (index >= values.size()) {
      throw malformed();
    }
    return values.get(index);
  }

  public long number(int index) {
    try {
      return Long.parseLong(text(index));
    } catch (NumberFormatException malformed) {
      throw malformed();
    }
  }

  public UUID uuid(int index) {
    try {
      return UUID.fromString(text(index));
    } catch (IllegalArgumentException malformed) {
      throw malformed();
    }
  }

  public Instant instant(int index) {
    try {
      return StorableTime.parse(text(index));
    } catch (DateTimeException malformed) {
      throw malformed();
    }
  }

  /** Always as long, so that the cursors of two lists tell nothing apart. */
  private static String fingerprint(String context) {
    return HexFormat.of().toHexDigits(context.hashCode());
  }

  private static ProblemException malformed() {
    return Problems.malformed("?cursor", "It is not a cursor of this list with these filters.");
  }
}
