package com.accordenergie.user.imports;

import com.accordenergie.platform.problem.Characters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: UTF-8, with or without a byte order mark, parted by
 * semicolons or commas, a first line with titles.
 */
final class TableReader {

  private static final int MOST_LINES = 5000;

  private final List<Column> columns;

  TableReader(List<Column> columns) {
    this.columns = columns;
  }

  Table read(byte[] file) {
    String text = decode(file);
    char delimiter = delimiter(text);
    CSVFormat format =
        CSVFormat.RFC4180.builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw ImportProblems.unreadable(
            Mistake.EMPTY_TABLE, "The table is empty: its first line says what is in it.");
      }
      return rows(titles(records.next()), parser, records);
    } catch (UncheckedIOException | IOException unreadable) {
      throw ImportProblems.unreadable(
          Mistake.NOT_CSV, "It is no CSV: a quote is not closed, or stands astray.");
    }
  }

  private static String decode(byte[] file) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException otherEncoding) {
      throw ImportProblems.unreadable(
          Mistake.NOT_UTF_8, "It is not UTF-8: save the table as \"CSV UTF-8\".");
    }
  }

  private static char delimiter(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    long semicolons = first.chars().filter(character -> character == ';').count();
    long commas = first.chars().filter(character -> character == ',').count();
    return semicolons >= commas ? ';' : ',';
  }

  /** Which column stands where. */
  private List<Column> titles(CSVRecord header) {
    List<ImportError> errors = new ArrayList<>();
    List<Column> found = new ArrayList<>();
    for (String title : header) {
      Optional<Column> column = columns.stream().filter(each -> each.isCalled(title)).findFirst();
      if (column.isEmpty()) {
        errors.add(
            inTitles(
                title,
                Mistake.UNKNOWN_COLUMN,
                "There is no such column; known are " + known() + "."));
      } else if (found.contains(column.get())) {
        errors.add(inTitles(title, Mistake.COLUMN_TWICE, "The column is there twice."));
      } else {
        found.add(column.get());
      }
    }
    columns.stream()
        .filter(column -> column.needed() && !found.contains(column))
        .forEach(
            column ->
                errors.add(
                    inTitles(column.name(), Mistake.COLUMN_MISSING, "The column is missing.")));
    if (!errors.isEmpty()) {
      throw ImportProblems.refused(ImportResult.of(0, 0, errors));
    }
    return found;
  }

  private static ImportError inTitles(String title, Mistake mistake, String detail) {
    return new ImportError(1, title, mistake, null, detail);
  }

  private String known() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  private static Table rows(List<Column> titles, CSVParser parser, Iterator<CSVRecord> records) {
    List<Table.Row> rows = new ArrayList<>();
    List<ImportError> errors = new ArrayList<>();
    int lines = 0;
    long line = parser.getCurrentLineNumber() + 1;
    while (records.hasNext()) {
      CSVRecord record = records.next();
      if (++lines > MOST_LINES) {
        throw ImportProblems.tooLong(MOST_LINES);
      }
      ImportError mistake = mistake(record, line, titles.size());
      if (mistake == null) {
        rows.add(new Table.Row(line, cells(titles, record)));
      } else {
        errors.add(mistake);
      }
      line = parser.getCurrentLineNumber() + 1;
    }
    return new Table(lines, rows, errors);
  }

  private static @Nullable ImportError mistake(CSVRecord record, long line, int width) {
    if (record.size() != width) {
      String detail = "It has %d cells, the first line %d.".formatted(record.size(), width);
      return new ImportError(line, null, Mistake.CELL_COUNT, 1L, detail);
    }
    return record.stream().allMatch(Characters::areAllowed)
        ? null
        : new ImportError(
            line, null, Mistake.CONTROL_CHARACTERS, null, "It holds control characters.");
  }

  private static Map<String, String> cells(List<Column> titles, CSVRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int at = 0; at < titles.size(); at++) {
      cells.put(titles.get(at).name(), record.get(at));
    }
    return cells;
  }
}
