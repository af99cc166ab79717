package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** No partner has had as many changes: whatever was written for it is to be written anew. */
  private static final int OUTDATED = -1;

  private final JdbcClient jdbc;
  private final List<PlaceKeeper> keepers;

  StreamTable(JdbcClient jdbc, List<PlaceKeeper> keepers) {
    this.jdbc = jdbc;
    this.keepers = keepers;
  }

  @Transactional(readOnly = true)
  List<PartnerStream> all() {
    return jdbc.sql("select * from partner_stream order by partner_id, generation")
        .query(StreamTable::stream)
        .list();
  }

  @Transactional(readOnly = true)
  List<PartnerStream> of(UUID partner) {
    return jdbc.sql("select * from partner_stream where partner_id = ? order by generation")
        .param(Ids.bytes(partner))
        .query(StreamTable::stream)
        .list();
  }

  /** The one that the partner reads. */
  @Transactional(readOnly = true)
  Optional<PartnerStream> current(UUID partner) {
    return of(partner).stream().filter(PartnerStream::filled).findFirst();
  }

  /** A new generation, whose number none has had that the partner could read. */
  PartnerStream begin(UUID partner, int entitlement) {
    List<PartnerStream> streams = of(partner);
    PartnerStream latest = streams.isEmpty() ? null : streams.getLast();
    boolean wasNeverRead =
        latest != null && !latest.filled() && latest.entitlement() != OUTDATED;
    int generation =
        latest == null ? 1 : latest.generation() + (wasNeverRead ? 0 : 1);
    int log = jdbc.sql("select log_number from partner_routing").query(Integer.class).single();
    jdbc.sql(
            """
            replace into partner_stream
              (partner_id, generation, entitlement, filled, behind_at, log_number)
            values (?, ?, ?, false, null, ?)
            """)
        .params(Ids.bytes(partner), generation, entitlement, log)
        .update();
    return new PartnerStream(partner, generation, entitlement, false, null, log);
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
    update(stream, "filled = false, behind_at = null, entitlement = " + OUTDATED);
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

  void routeTo(long offset) {
    jdbc.sql("update partner_routing set routed_to = ?").param(offset).update();
  }

  /** The log is another one: its entries say nothing about what was written. */
  void startAnew() {
    jdbc.sql("update partner_routing set routed_to = null, log_number = log_number + 1").update();
    jdbc.sql("update partner_stream set entitlement = ?, behind_at = null").param(OUTDATED).update();
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
        row.getInt("log_number"));
  }
}
