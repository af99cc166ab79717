package com.accordenergie.intervention.demo;

import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people and sites of the demo, as user-service has told of them, and nobody else's. The admin is the
 * first there is, who is not the demo's alone.
 */
record Company(
    Caller admin, List<Caller> dispatchers, List<Caller> technicians, List<Premises> premises) {

  /** A site of a client. */
  record Premises(UUID clientId, UUID siteId) {}

  /**
   * True when the database already holds real people and the demo was never loaded: then it must not
   * be.
   */
  static boolean isSomebodyElses(JdbcClient jdbc) {
    return jdbc.sql(
                """
                select (select count(*) from (select id from person limit 2) few) > 1
                   and not exists (select 1 from person where id >= ? and id < ?)
                """)
            .params(DemoIds.from(), DemoIds.to())
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Whether all have been told of whom the demo is made. */
  static boolean isComplete(JdbcClient jdbc) {
    return jdbc.sql(
                """
                select (select count(*) from person where role = 'ADMIN' and active) >= 1
                   and (select count(*) from person
                         where role = 'DISPATCHER' and active and id >= :from and id < :to) >= 3
                   and (select count(*) from person
                         where role = 'TECHNICIAN' and active and id >= :from and id < :to) >= 12
                   and (select count(*) from client where active and id >= :from and id < :to) >= 40
                   and (select count(*) from site where active and id >= :from and id < :to) >= 60
                """)
            .param("from", DemoIds.from())
            .param("to", DemoIds.to())
            .query(Integer.class)
            .single()
        == 1;
  }

  static Company read(JdbcClient jdbc) {
    return new Company(
        people(jdbc, "ADMIN", Caller::admin).getFirst(),
        ofTheDemo(people(jdbc, "DISPATCHER", Caller::dispatcher)),
        ofTheDemo(people(jdbc, "TECHNICIAN", Caller::technician)),
        jdbc.sql(
                """
                select site.client_id, site.id from site join client on client.id = site.client_id
                where site.active and client.active and site.id >= :from and site.id < :to
                  and client.id >= :from and client.id < :to
                order by site.id
                """)
            .param("from", DemoIds.from())
            .param("to", DemoIds.to())
            .query((row, number) -> new Premises(Ids.uuid(row.getBytes(1)), Ids.uuid(row.getBytes(2))))
            .list());
  }

  private static List<Caller> people(JdbcClient jdbc, String role, Function<UUID, Caller> caller) {
    return jdbc.sql("select id from person where role = ? and active order by id")
        .param(role)
        .query((row, number) -> caller.apply(Ids.uuid(row.getBytes(1))))
        .list();
  }

  private static List<Caller> ofTheDemo(List<Caller> people) {
    return people.stream().filter(person -> DemoIds.contains(person.id())).toList();
  }

  /** What the technicians have planned already. */
  static Rounds rounds(JdbcClient jdbc) {
    var rounds = new Rounds();
    jdbc.sql(
            """
            select technician_id, planned_start, planned_end from intervention
            where technician_id is not null and planned_start is not null
            """)
        .query(
            row -> {
              rounds.take(
                  Ids.uuid(row.getBytes(1)),
                  new Slot(row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()));
            });
    return rounds;
  }
}
