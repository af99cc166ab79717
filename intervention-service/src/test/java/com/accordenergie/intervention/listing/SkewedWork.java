package com.accordenergie.intervention.listing;

import com.accordenergie.platform.identity.Caller;
import java.util.UUID;

/**
 * Twenty thousand interventions as a company has them: nearly all closed, one client and one dispatcher
 * with a great part of the work, and what is open mostly overdue. Made by the database itself.
 */
final class SkewedWork {

  static final int COUNT = 20_000;

  private static final int OWNER = 1;
  private static final int TECHNICIAN = 2;
  private static final int CLIENT = 3;
  private static final int SITE = 4;

  private static final String NUMBERS =
      """
      select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as i
      from digit a, digit b, digit c, digit e, digit f where f.d < 2
      """;

  /** Which of its kind: the first has so many tenths, the others share the rest. */
  private static final String ONE_OF = "if(n.i * %d %% 10 < %d, 0, 1 + n.i %% %d)";

  private static final String OWNERS = ONE_OF.formatted(31, 4, 19);
  private static final String TECHNICIANS = ONE_OF.formatted(37, 2, 24);
  private static final String CLIENTS = ONE_OF.formatted(17, 3, 49);

  private static final String INTERVENTIONS =
      """
      insert into intervention (id, reference, title, description, client_id, site_id, owner_id,
        technician_id, status_id, category, urgency_id, planned_start, due_at, created_by, created_at,
        updated_at, clock_elapsed_ms, clock_started_at, version)
      select
        unhex(concat(lpad(hex(round(unix_timestamp(n.at) * 1000)), 12, '0'), '7000', '8', lpad(hex(n.i), 15, '0'))),
        concat('INT-2026-', lpad(n.i, 6, '0')), 'Chaudière', 'En panne',
        {client}, {site}, {owner}, if(s.code = 'NEW', null, {technician}), s.id, s.category,
        case when n.i * 13 % 100 < 2 then 4 when n.i * 13 % 100 < 20 then 3 when n.i * 13 % 100 < 75 then 2 else 1 end,
        if(n.i % 9 = 0 or s.code = 'NEW', null, n.at + interval 2 day),
        if(s.clock = 'RUN', n.at + interval 2 day, null),
        {owner}, n.at, n.at, 0, n.at, 1
      from (
        select n.i, timestamp('2026-06-15 10:00:00') - interval (20000 - n.i) minute as at,
          case when n.i * 7919 % 1000 < 900 then 9 when n.i * 7919 % 1000 < 940 then 10 else 1 + n.i % 8 end as status
        from ({numbers}) n) n
      join status s on s.id = n.status
      """;

  private final ListingDatabase database;

  SkewedWork(ListingDatabase database) {
    this.database = database;
    run("create table digit (d int not null primary key)");
    run("insert into digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
    store("person", OWNER, 20, "'Claire', 'DISPATCHER', null, true, 1");
    store("person", TECHNICIAN, 25, "'Paul', 'TECHNICIAN', null, true, 1");
    store("client", CLIENT, 50, "concat('C', n.i), 'Résidence', true, 1");
    store(
        "site", SITE, 100,
        sql(CLIENT, "n.i div 2") + ", 'Site', 'rue', '69003', 'Lyon', null, null, null, true, 1");
    run(
        INTERVENTIONS
            .replace("{client}", sql(CLIENT, CLIENTS))
            .replace("{site}", sql(SITE, "2 * " + CLIENTS + " + n.i % 2"))
            .replace("{owner}", sql(OWNER, OWNERS))
            .replace("{technician}", sql(TECHNICIAN, TECHNICIANS))
            .replace("{numbers}", NUMBERS));
    word("'chaudiere'", "i.number % 10 < 6");
    word("'chaudieres'", "i.number % 500 = 0");
    word("'fuite'", "i.number % 10 < 3");
    word("'radiateur'", "i.number % 13 = 0");
    word("'rarete'", "i.number % 1999 = 0");
    word("lower(i.reference)", "true");
    for (String table : new String[] {"intervention", "search_word", "client", "site", "person"}) {
      database.jdbc.sql("analyze table " + table).query().listOfRows();
    }
  }

  private void store(String table, int kind, int count, String values) {
    run(
        "insert into %s select %s, %s from (%s) n where n.i < %d"
            .formatted(table, sql(kind, "n.i"), values, NUMBERS, count));
  }

  private void word(String word, String where) {
    run(
        """
        insert into search_word (intervention_id, word, owner_id, technician_id, client_id)
        select i.id, %s, i.owner_id, i.technician_id, i.client_id
        from (select i.*, cast(substring(reference, 10) as unsigned) as number from intervention i) i where %s
        """
            .formatted(word, where));
  }

  private void run(String sql) {
    database.jdbc.sql(sql).update();
  }

  /** How many hold a longer word that begins like this one. */
  int longerThan(String word) {
    return database
        .jdbc
        .sql("select count(*) from search_word where word > ? and word like ?")
        .params(word, word + "%")
        .query(Integer.class)
        .single();
  }

  /** The id of somebody, as the database puts it together. */
  private static String sql(int kind, String number) {
    return "unhex(concat('0190000000007000800%d', lpad(hex(%s), 12, '0')))".formatted(kind, number);
  }

  private static UUID id(int kind, int number) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | (long) kind << 48 | number);
  }

  UUID owner(int number) {
    return id(OWNER, number);
  }

  UUID technician(int number) {
    return id(TECHNICIAN, number);
  }

  UUID clientId(int number) {
    return id(CLIENT, number);
  }

  UUID site(int client) {
    return id(SITE, 2 * client);
  }

  Caller client(int number) {
    return Caller.client(UUID.randomUUID(), clientId(number));
  }
}
