package com.accordenergie.user.vault;

import com.accordenergie.platform.idempotency.AnswerSeal;
import com.accordenergie.platform.idempotency.LockedAnswers;
import com.accordenergie.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  Vault vault(@Value("${accord.keys.secret}") String secret) {
    return new Vault(secret, "user-service's secrets at rest");
  }

  @Bean
  AnswerSeal answerSeal(Vault vault) {
    return new LockedAnswers(vault);
  }
}
