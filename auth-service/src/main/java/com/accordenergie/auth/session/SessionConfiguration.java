package com.accordenergie.auth.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /** Two requests of one browser may store the same attribute at the same moment. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> concurrentAttributes() {
    return new MySqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
