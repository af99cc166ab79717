package com.accordenergie.intervention.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.accordenergie.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is read as it is meant, and what is typed as it stands in a title finds it. */
class SearchWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chau | | chau",
        "fuite chau | fuite | chau",
        "Chaudière 3 | | chaudiere",
        "tour 2 en panne | tour | panne",
        "fuite de | | fuite",
        "3 | | 3",
        "int-2026-000123 | | int-2026-000123"
      })
  void theLastWordThatTellsSomethingMayBeUnfinished(String typed, String whole, String unfinished) {
    SearchWords words = SearchWords.of(typed);

    assertThat(String.join(" ", words.whole())).isEqualTo(whole == null ? "" : whole);
    assertThat(words.unfinished()).isEqualTo(unfinished);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Chaudière 3", "Tour A", "Fuite d'eau au 2e, porte 4", "Résidence des 7 Moulins 1"})
  void aTitleIsFoundByItself(String title) {
    var stored = Words.toStore("INT-2026-000001", title);
    SearchWords words = SearchWords.of(title);

    assertThat(stored).containsAll(words.whole());
    assertThat(stored).anyMatch(word -> word.startsWith(words.unfinished()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?!", "one two three four five six seven eight nine"})
  void whatIsNoSearchIsRefused(String typed) {
    assertThatThrownBy(() -> SearchWords.of(typed)).isInstanceOf(ProblemException.class);
  }
}
