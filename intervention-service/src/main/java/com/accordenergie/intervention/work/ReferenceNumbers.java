package com.accordenergie.intervention.work;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that people can read on the phone: {@code INT-2026-000123}. The year's row is locked from
 * here to the end of the transaction, so take one late.
 */
@Component
class ReferenceNumbers {

  private static final ZoneId OFFICE = ZoneId.of("Europe/Paris");

  private final JdbcClient jdbc;

  ReferenceNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public String next(Instant now) {
    int year = now.atZone(OFFICE).getYear();
    jdbc.sql(
            """
            insert into reference_counter (year, last) values (?, last_insert_id(1))
            on duplicate key update last = last_insert_id(last + 1)
            """)
        .param(year)
        .update();
    int number = jdbc.sql("select last_insert_id()").query(Integer.class).single();
    return "INT-%d-%06d".formatted(year, number);
  }
}
