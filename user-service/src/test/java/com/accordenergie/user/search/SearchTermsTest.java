package com.accordenergie.user.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hôtel de l'Œuvre | hotel de l oeuvre",
        "  Saint-Étienne   42000 | saint etienne 42000",
        "12 rue des Lilas | 12 rue des lilas",
        "2-4 quai | 2 4 quai",
        "06 12 34 56 78 | 0612345678",
        "06.12.34 | 061234",
        "+33 6 12 34 56 78 | 0612345678",
        "+33 (0)6 12 34 56 78 | 0612345678",
        "0033612345678 | 0612345678",
        "+32 475 12 34 56 | 32475123456",
        "dupont 06 12 | dupont 0612",
        "bail 0ab12cd3 | bail 0ab12cd3",
        "local 01B | local 01b",
        "06 12 01B | 0612 01b",
        "CLI-00012 | x0cli00012",
        "cli 12 | x0cli12",
        "clinique | clinique",
        "dup dup dup | dup"
      })
  void whatIsTypedIsReadAsItIsMeant(String typed, String words) {
    assertThat(String.join(" ", Objects.requireNonNull(SearchTerms.parse(typed)).words()))
        .isEqualTo(words);
  }

  @Test
  void nothingTypedIsNoSearch() {
    assertThat(SearchTerms.parse(null)).isNull();
    assertThat(SearchTerms.parse("  ")).isNull();
    assertThat(Objects.requireNonNull(SearchTerms.parse("?!")).words()).isEmpty();
  }

  @Property
  void whateverIsTypedFitsTheColumn(@ForAll @StringLength(max = 100) String typed) {
    SearchTerms terms = SearchTerms.parse(typed);
    if (terms != null) {
      assertThat(terms.words())
          .allMatch(word -> !word.isEmpty() && word.codePointCount(0, word.length()) <= 40);
    }
  }

  @Property
  void aNumberIsOneHoweverItIsWritten(@ForAll("nationalNumbers") String number) {
    String national = number.substring(1);
    assertThat(PhoneNumbers.word("+33" + national)).contains(number);
    assertThat(PhoneNumbers.word("0033 " + national)).contains(number);
    assertThat(PhoneNumbers.word("+33 (0)" + national)).contains(number);
    assertThat(PhoneNumbers.word(number.replaceAll("..", "$0 ").strip())).contains(number);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> nationalNumbers() {
    return net.jqwik.api.Arbitraries.strings()
        .numeric()
        .ofLength(8)
        .flatMap(
            rest ->
                net.jqwik.api.Arbitraries.integers().between(1, 9).map(area -> "0" + area + rest));
  }
}
