package com.accordenergie.user.imports;

import com.accordenergie.user.search.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param name as the code calls it
 * @param titles what else may stand in the first line, whatever its case and accents
 */
record Column(String name, boolean needed, List<String> titles) {

  static Column needed(String name, String... titles) {
    return new Column(name, true, List.of(titles));
  }

  static Column optional(String name, String... titles) {
    return new Column(name, false, List.of(titles));
  }

  boolean isCalled(String title) {
    return Stream.concat(Stream.of(name), titles.stream())
        .anyMatch(known -> key(known).equals(key(title)));
  }

  private static String key(String title) {
    return Words.fold(title).replaceAll("[^a-z0-9]", "");
  }
}
