package com.accordenergie.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may become of a published schema, and what may not. */
class SchemaChangesTest {

  private static final String OLD =
      """
      {
        'title': 'a thing',
        'type': 'object',
        'properties': {
          'id': { 'type': 'string', 'format': 'uuid' },
          'size': { 'type': 'integer', 'minimum': 1 },
          'note': { 'type': ['string', 'null'], 'maxLength': 10 },
          'kind': { 'enum': ['A', 'B'] },
          'parts': { 'type': 'array', 'items': { 'type': 'object', 'properties': { 'code': { 'type': 'string' } } } }
        },
        'required': ['id', 'size'],
        'additionalProperties': false
      }
      """;

  private static JsonNode schema(String text) {
    return new JsonMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void nothingHasChanged() {
    assertThat(SchemaChanges.breaking(schema(OLD), schema(OLD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'title': 'a thing'                | 'title': 'another word for it'",
        "'kind': {                         | 'more': { 'type': 'string' }, 'kind': {",
        "'required': ['id', 'size']        | 'required': ['id', 'size', 'kind']",
        "['string', 'null']                | 'string'",
        "['A', 'B']                        | ['A']",
        "'maxLength': 10                   | 'maxLength': 9",
        "'minimum': 1                      | 'minimum': 2, 'maximum': 5",
        "'additionalProperties': false     | 'additionalProperties': true"
      })
  void readersMayGoOn(String before, String after) {
    assertThat(breaking(before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'size': { 'type'                  | 'length': { 'type'                   | #/size is gone",
        "'code': {                         | 'number': {                          | #/parts/items/code is gone",
        "'required': ['id', 'size']        | 'required': ['id']                   | # is no longer always there: size",
        "'size': { 'type': 'integer'       | 'size': { 'type': 'string'           | #/size has become of the type string",
        "'size': { 'type': 'integer'       | 'size': { 'type': ['integer','null'] | #/size has become of the type null",
        "'size': { 'type': 'integer',      | 'size': {                            | #/size has become of the type anything",
        "['A', 'B']                        | ['A', 'B', 'C']                      | #/kind may be C",
        "'maxLength': 10                   | 'maxLength': 11                      | #/note: maxLength was 10 and is 11",
        "'minimum': 1                      | 'minimum': 0                         | #/size: minimum was 1 and is 0",
        "'format': 'uuid'                  | 'format': 'uri'                      | #/id: format was \"uuid\" and is \"uri\"",
        "'required': [                     | 'not': {}, 'required': [             | #: not was  and is {}"
      })
  void readersWouldBeBroken(String before, String after, String says) {
    assertThat(breaking(before, after)).containsExactly(says);
  }

  private static List<String> breaking(String before, String after) {
    assertThat(OLD).contains(before);
    return SchemaChanges.breaking(schema(OLD), schema(OLD.replace(before, after)));
  }
}
