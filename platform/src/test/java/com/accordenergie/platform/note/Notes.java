package com.accordenergie.platform.note;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The use cases. */
class Notes {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Clock clock;

  Notes(JdbcClient jdbc, Outbox outbox, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public UUID write(String text) {
    UUID id = Ids.next();
    jdbc.sql("insert into note (id, text, version) values (?, ?, 1)")
        .params(Ids.bytes(id), text)
        .update();
    tell(id, 1, text);
    if (text.equals("changed my mind")) {
      throw Problems.invalid("#/text", "Never mind.");
    }
    return id;
  }

  @Transactional
  public long rewrite(UUID id, String text, IfMatch ifMatch) {
    long version =
        jdbc.sql("select version from note where id = ? for update")
            .param(Ids.bytes(id))
            .query(Long.class)
            .optional()
            .orElseThrow(Problems::notFound);
    ifMatch.check(version);
    jdbc.sql("update note set text = ?, version = ? where id = ?")
        .params(text, version + 1, Ids.bytes(id))
        .update();
    tell(id, version + 1, text);
    return version + 1;
  }

  private void tell(UUID id, long version, String text) {
    outbox.append(
        NoteApplication.NOTED, id, id, version, clock.instant(), Map.of("id", id, "text", text));
  }

  int count(String text) {
    return jdbc.sql("select count(*) from note where text = ?")
        .param(text)
        .query(Integer.class)
        .single();
  }
}
