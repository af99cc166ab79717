package com.accordenergie.comment.demo;

import com.accordenergie.comment.Columns;
import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo interventions as far as their events have arrived: of those at the demo's clients the ones with
 * the first references, since they were there before anybody could log in.
 */
final class Stories {

  private final JdbcClient jdbc;
  private final int count;

  Stories(JdbcClient jdbc, int count) {
    this.jdbc = jdbc;
    this.count = count;
  }

  /** How far the events have come. */
  record Progress(long interventions, long versions, long people) {

    boolean isEnough(int count) {
      return interventions >= count && people > 0;
    }
  }

  Progress progress() {
    return jdbc.sql(
            """
            select count(*) as interventions,
                   coalesce(sum(sequence), 0) as versions,
                   (select count(*) from person
                     where role = 'CLIENT' and id >= :from and id < :to) as people
              from intervention
             where client_id >= :from and client_id < :to
            """)
        .param("from", DemoIds.from())
        .param("to", DemoIds.to())
        .query(
            (row, number) ->
                new Progress(
                    row.getLong("interventions"), row.getLong("versions"), row.getLong("people")))
        .single();
  }

  /**
   * True when the database already holds real people and the demo was never loaded: then it must not
   * be.
   */
  boolean areSomebodyElses() {
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

  /** Whether there is nothing left to load. */
  boolean areAllTold() {
    return jdbc.sql(
                """
                select count(*)
                  from (select id from intervention where client_id >= ? and client_id < ?
                         order by reference limit ?) demo
                 where exists (select 1 from thread_entry
                                where intervention_id = demo.id and kind = 'COMMENT')
                """)
            .params(DemoIds.from(), DemoIds.to(), count)
            .query(Integer.class)
            .single()
        == count;
  }

  List<UUID> all() {
    return jdbc.sql(
            """
            select id from intervention where client_id >= ? and client_id < ?
             order by reference limit ?
            """)
        .params(DemoIds.from(), DemoIds.to(), count)
        .query((row, number) -> Columns.uuid(row, "id"))
        .list();
  }

  boolean isSilent(UUID interventionId) {
    return jdbc.sql("select count(*) from thread_entry where intervention_id = ? and kind = 'COMMENT'")
            .param(Ids.bytes(interventionId))
            .query(Integer.class)
            .single()
        == 0;
  }

  /**
   * @param number its place in the list of all
   */
  Story story(UUID interventionId, int number) {
    return jdbc.sql(
            "select client_id, owner_id, technician_id, created_at from intervention where id = ?")
        .param(Ids.bytes(interventionId))
        .query((row, only) -> story(interventionId, number, row))
        .single();
  }

  private Story story(UUID interventionId, int number, ResultSet row) throws SQLException {
    List<Story.Moment> moments = new ArrayList<>();
    moments.add(new Story.Moment("NEW", Columns.instant(row, "created_at")));
    moments.addAll(statusChanges(interventionId));
    UUID clientId = Columns.uuid(row, "client_id");
    return new Story(
        number,
        clientId,
        Columns.uuid(row, "owner_id"),
        Columns.uuidOrNull(row, "technician_id"),
        usersOf(clientId),
        moments);
  }

  private List<Story.Moment> statusChanges(UUID interventionId) {
    return jdbc.sql(
            "select to_code, changed_at from status_change where intervention_id = ? order by sequence")
        .param(Ids.bytes(interventionId))
        .query(
            (row, number) ->
                new Story.Moment(row.getString("to_code"), Columns.instant(row, "changed_at")))
        .list();
  }

  private List<UUID> usersOf(UUID clientId) {
    return jdbc.sql("select id from person where client_id = ? order by id")
        .param(Ids.bytes(clientId))
        .query((row, number) -> Columns.uuid(row, "id"))
        .list();
  }
}
