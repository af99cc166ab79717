package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which streams there are, and how far they were written. Changed by whoever has the turn. */
@Component
@Transactional
class StreamTable {

  /**
   * From the moment in which something is taken away from a partner, no stream that has it is the
   * partner's to read, whoever has the turn.
   */
  private static final String SELECT =
      """
      select s.partner_id, s.generation, s.entitlement, s.behind_at, s.log_number,
        s.filled and s.entitlement >= p.restricted filled, s.log_number <> r.log_number outdated
      from partner_stream s join partner p on p.id = s.partner_id cross join partner_routing r
      """;

  private final JdbcClient jdbc;
  private final List<PlaceKeeper> keepers;

  StreamTable(JdbcClient jdbc, List<PlaceKeeper> keepers) {
    this.jdbc = jdbc;
    this.keepers = keepers;
  }

  @Transactional(readOnly = true)
  List<PartnerStream> all() {
    return jdbc.sql(SELECT + "order by s.partner_id, s.generation")
        .query(StreamTable::stream)
        .list();
  }

  @Transactional(readOnly = true)
  List<PartnerStream> of(UUID partner) {
    return jdbc.sql(SELECT + "where s.partner_id = ? order by s.generation")
        .param(Ids.bytes(partner))
        .query(StreamTable::stream)
        .list();
  }

  /** The one that the partner reads. */
  @Transactional(readOnly = true)
  Optional<PartnerStream> current(UUID partner) {
    return of(partner).stream().filter(PartnerStream::filled).findFirst();
  }

  /** A new generation. Its number is its own: somebody may still be writing what had another. */
  PartnerStream begin(UUID partner, int entitlement) {
    List<PartnerStream> streams = of(partner);
    int generation = streams.isEmpty() ? 1 : streams.getLast().generation() + 1;
    int log = jdbc.sql("select log_number from partner_routing").query(Integer.class).single();
    jdbc.sql(
            """
            insert into partner_stream
              (partner_id, generation, entitlement, filled, behind_at, log_number)
            values (?, ?, ?, false, null, ?)
            """)
        .params(Ids.bytes(partner), generation, entitlement, log)
        .update();
    return new PartnerStream(partner, generation, entitlement, false, null, log, false);
  }

  /** From now on the partner reads this one, which follows the log. */
  void switchTo(PartnerStream stream) {
    jdbc.sql("update partner_stream set filled = (generation = ?), behind_at = null where partner_id = ?")
        .params(stream.generation(), Ids.bytes(stream.partnerId()))
        .update();
  }

  /** It is not written any longer, for the time being. */
  void leaveBehind(PartnerStream stream, long offset) {
    update(stream, "behind_at = " + offset);
  }

  /** It is not there any longer. */
  void lose(PartnerStream stream) {
    update(stream, "filled = false, behind_at = null");
  }

  void drop(PartnerStream stream) {
    jdbc.sql("delete from partner_stream where partner_id = ? and generation = ?")
        .params(Ids.bytes(stream.partnerId()), stream.generation())
        .update();
  }

  /** The entry of the log up to which all were written; null before the first. */
  @Transactional(readOnly = true)
  @Nullable Long routedTo() {
    return jdbc.sql("select routed_to from partner_routing").query(Long.class).optional().orElse(null);
  }

  /** All is written up to there, now. */
  void routeTo(long offset) {
    jdbc.sql("update partner_routing set routed_to = ?, routed_at = utc_timestamp(6)")
        .param(offset)
        .update();
  }

  /** How long ago that was said last; empty before the first time. */
  @Transactional(readOnly = true)
  Optional<Duration> routedSince() {
    return jdbc.sql("select timestampdiff(microsecond, routed_at, utc_timestamp(6)) from partner_routing")
        .query(Long.class)
        .optional()
        .map(microseconds -> Duration.of(microseconds, ChronoUnit.MICROS));
  }

  /** The log is another one: its entries say nothing about what was written. */
  void startAnew() {
    jdbc.sql("update partner_routing set routed_to = null, log_number = log_number + 1").update();
    jdbc.sql("update partner_stream set behind_at = null").update();
    keepers.forEach(PlaceKeeper::startAnew);
  }

  private void update(PartnerStream stream, String change) {
    jdbc.sql("update partner_stream set " + change + " where partner_id = ? and generation = ?")
        .params(Ids.bytes(stream.partnerId()), stream.generation())
        .update();
  }

  private static PartnerStream stream(ResultSet row, int number) throws SQLException {
    return new PartnerStream(
        Ids.uuid(row.getBytes("partner_id")),
        row.getInt("generation"),
        row.getInt("entitlement"),
        row.getBoolean("filled"),
        row.getObject("behind_at", Long.class),
        row.getInt("log_number"),
        row.getBoolean("outdated"));
  }
}
