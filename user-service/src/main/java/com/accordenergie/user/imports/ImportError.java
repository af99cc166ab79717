package com.accordenergie.user.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a line.
 *
 * @param line as an editor counts them, from 1; where the record begins
 * @param column null when it is about the line as a whole
 * @param otherLine the line that it does not go together with
 * @param detail for people, in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportError(
    long line,
    @Nullable String column,
    Mistake code,
    @Nullable Long otherLine,
    String detail) {

  /** As every error of the API says it. */
  @JsonProperty
  public String pointer() {
    return "#/" + line + (column == null ? "" : "/" + column);
  }
}
