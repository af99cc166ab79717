package com.accordenergie.auth.key;

import com.accordenergie.platform.idempotency.AnswerSeal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  /** Invitations and credentials answer with what is shown only once. */
  @Bean
  AnswerSeal answerSeal(KeyVault vault) {
    return vault.lockedAnswers();
  }
}
