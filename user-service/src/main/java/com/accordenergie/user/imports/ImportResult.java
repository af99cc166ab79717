package com.accordenergie.user.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;

/**
 * What a table holds.
 *
 * @param lines how many records, the first line not counted
 * @param added how many of them are new
 * @param known how many are there already, and stay as they are
 * @param wrong how many cannot be taken
 * @param errors the first hundred
 */
public record ImportResult(
    int lines, @JsonProperty("new") int added, int known, int wrong, List<ImportError> errors) {

  private static final int SHOWN = 100;

  static ImportResult of(int lines, int known, List<ImportError> errors) {
    int wrong = (int) errors.stream().mapToLong(ImportError::line).distinct().count();
    return new ImportResult(
        lines,
        Math.max(0, lines - known - wrong),
        known,
        wrong,
        errors.stream()
            .sorted(Comparator.comparingLong(ImportError::line))
            .limit(SHOWN)
            .toList());
  }
}
