package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client reads of a status. */
class ClientWordingTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Intervenant en route, -, Intervenant en route",
        "Intervenant en route, secret, Intervenant en route",
        "En attente : {reason}, pièce commandée, En attente : pièce commandée",
        "En attente : {reason}, -, En attente",
        "En attente – {reason}, -, En attente",
        "{reason}, client absent, client absent",
        "En attente : {reason}, coûte $1 \\ {reason}, En attente : coûte $1 \\ {reason}"
      })
  void aReasonIsReadOnlyWhereTheLabelMakesRoomForIt(String label, String reason, String read) {
    assertThat(ClientWording.of(label, reason)).isEqualTo(read);
  }
}
