package com.accordenergie.user.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that was read.
 *
 * @param lines how many records it has, those that could not be read included
 * @param rows those that could
 * @param errors about those that could not
 */
record Table(int lines, List<Row> rows, List<ImportError> errors) {

  /**
   * @param line where it begins
   */
  record Row(long line, Map<String, String> cells) {

    /** Null when the cell is blank or the table has no such column. */
    @Nullable String get(String column) {
      String cell = cells.get(column);
      return cell == null || cell.isBlank() ? null : cell.strip();
    }

    ImportError wrong(@Nullable String column, Mistake mistake, String detail) {
      return new ImportError(line, column, mistake, null, detail);
    }

    /** Because of what another line says. */
    ImportError wrong(@Nullable String column, Mistake mistake, long other, String detail) {
      return new ImportError(line, column, mistake, other, detail);
    }

    /** Because of the rules that hold wherever such a value is given. */
    ImportError impossible(String column, String detail) {
      return wrong(
          column, get(column) == null ? Mistake.VALUE_MISSING : Mistake.VALUE_IMPOSSIBLE, detail);
    }
  }
}
