package com.accordenergie.user.client;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out {@code CLI-00001} and so on. The counter's row stays locked until the client is stored, so
 * there are neither twins nor gaps; new clients are rare enough to wait for one another.
 */
@Component
class ClientCodes {

  private final JdbcClient jdbc;

  ClientCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  String next() {
    jdbc.sql("update client_counter set last = last + 1").update();
    long number = jdbc.sql("select last from client_counter").query(Long.class).single();
    return "CLI-%05d".formatted(number);
  }
}
