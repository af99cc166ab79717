package com.accordenergie.user.person;

import com.accordenergie.user.aggregate.Text;
import com.accordenergie.user.search.Words;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody can do, in the words of the trade: one a line in its column. */
@Converter
public class Skills implements AttributeConverter<List<String>, String> {

  static final int MAX_LENGTH = 60;

  static String normalize(@Nullable String skill) {
    String line = Text.line(skill);
    return line == null ? "" : line;
  }

  /** As skills are compared: {@code "Pompe à chaleur"} is {@code "pompe a chaleur"}. */
  static String key(String skill) {
    return Words.cut(Words.fold(skill), MAX_LENGTH);
  }

  static List<String> parse(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\n"));
  }

  @Override
  public String convertToDatabaseColumn(List<String> skills) {
    return String.join("\n", skills);
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    return parse(column);
  }
}
