package com.accordenergie.platform.idempotency;

import com.accordenergie.platform.problem.ProblemWriter;
import com.accordenergie.platform.web.Uploads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency-Key for every POST and PATCH of the API, in a service that has a schema. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
    })
@ConditionalOnClass({JdbcClient.class, PlatformTransactionManager.class})
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
class IdempotencyAutoConfiguration {

  /** After the security chain, which says who is asking. */
  private static final int AFTER_SECURITY = 0;

  /** Once it has its connection; the gateway waits five for the answer to a write, and 35 for a file's. */
  private static final int TRANSACTION_SECONDS = 4;

  private static final int UPLOAD_SECONDS = 30;

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Uploads uploads,
      ProblemWriter problems,
      ObjectProvider<AnswerSeal> seal) {
    var own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var filter =
        new IdempotencyFilter(
            new AnswerStore(jdbc, own, json, seal.getIfAvailable(() -> AnswerSeal.NONE)),
            lasting(TRANSACTION_SECONDS, transactions),
            lasting(UPLOAD_SECONDS, transactions),
            uploads,
            problems);
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/api/*");
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  private static TransactionTemplate lasting(
      int seconds, PlatformTransactionManager transactions) {
    var template = new TransactionTemplate(transactions);
    template.setTimeout(seconds);
    return template;
  }
}
