package com.accordenergie.user.client;

import java.util.List;
import java.util.stream.LongStream;
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
    return next(1).getFirst();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  List<String> next(int count) {
    jdbc.sql("update client_counter set last = last + ?").param(count).update();
    long last = jdbc.sql("select last from client_counter").query(Long.class).single();
    return LongStream.rangeClosed(last - count + 1, last).mapToObj("CLI-%05d"::formatted).toList();
  }

  /** Nobody else takes a client on before the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  void lock() {
    jdbc.sql("select last from client_counter for update").query(Long.class).single();
  }
}
