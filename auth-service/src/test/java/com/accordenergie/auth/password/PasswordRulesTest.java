package com.accordenergie.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.password.PasswordRules.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final String USERNAME = "standardiste1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cheval agrafe pile correcte",
        "demo-accord-2026",
        "Tr0mbone/Lavande",
        "les pommes de Léa",
        "漢字かな交じり文でも良いです"
      })
  void aLongAndUnusualPasswordWillDo(String password) {
    assertThat(PasswordRules.objection(password, USERNAME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "court", "onze caract"})
  void aShortOneWillNot(String password) {
    assertThat(PasswordRules.objection(password, USERNAME))
        .contains(Objection.TOO_SHORT);
  }

  @Test
  void neitherWillAnEndlessOne() {
    assertThat(PasswordRules.objection("longue phrase ".repeat(10), USERNAME))
        .contains(Objection.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"standardiste1!", "Mon StandardistE1 à moi", "standardiste1standardiste1"})
  void theUsernameGivesItAway(String password) {
    assertThat(PasswordRules.objection(password, USERNAME))
        .contains(Objection.HOLDS_USERNAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "motdepasse2026",
        "MotDePasse!!!!",
        "123456789012",
        "210987654321",
        "azertyuiopqs",
        "aaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "azerty azerty",
        "1234Password5678",
        "AccordÉnergie2026"
      })
  void theFirstGuessWillNot(String password) {
    assertThat(PasswordRules.objection(password, USERNAME))
        .contains(Objection.TOO_EASY);
  }
}
