package com.accordenergie.comment.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.comment.Columns;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.RowsTouched;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of attachments costs what it shows, however many there are. */
@ServiceTest
class AttachmentPageTest {

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private static final int LIMIT = 50;

  @Autowired JdbcTemplate jdbc;
  @Autowired RowsTouched rowsTouched;

  @Test
  void isReadOffItsIndexWithoutSortingAndAtMostThreeRowsForEachItShows() {
    UUID intervention = fill(4_000);

    for (Instant from : new Instant[] {Instant.EPOCH, START.plusSeconds(2_000)}) {
      var page = new AttachmentPage(intervention, PageRequest.first(LIMIT), Ids.floor(from));
      readsIndex(plan(page, StaffAttachments.PAGE), "attachment_for_staff");
      readsIndex(plan(page, ClientAttachments.PAGE), "attachment_for_clients");
      for (String attachments : List.of(StaffAttachments.PAGE, ClientAttachments.PAGE)) {
        assertThat(rowsTouched.by(() -> read(page, attachments)))
            .as(attachments)
            .isLessThanOrEqualTo(3 * (LIMIT + 1));
      }
    }
  }

  /** Of five one is public. */
  private UUID fill(int size) {
    UUID intervention = UUID.randomUUID();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Instant at = START.plusSeconds(i);
      rows.add(
          new Object[] {
            Columns.of(Ids.at(at)),
            Columns.of(intervention),
            Columns.of(intervention),
            i % 5 == 0 ? "PUBLIC" : "INTERNAL",
            Columns.of(at),
            Columns.of(at)
          });
    }
    jdbc.batchUpdate(
        """
        insert into attachment
        values (?, ?, ?, 'DISPATCHER', 'PHOTO', ?, null, null, null, 'image/jpeg', 1, 1, 1, ?, ?, null, 1)
        """,
        rows);
    jdbc.execute("analyze table attachment");
    return intervention;
  }

  private void read(AttachmentPage page, String attachments) {
    assertThat(page.query(JdbcClient.create(jdbc), attachments).query().listOfRows())
        .hasSize(LIMIT + 1);
  }

  private List<Map<String, Object>> plan(AttachmentPage page, String attachments) {
    return page.query(JdbcClient.create(jdbc), "explain format=traditional " + attachments)
        .query()
        .listOfRows();
  }

  private static void readsIndex(List<Map<String, Object>> plan, String index) {
    assertThat(plan.getFirst().get("key")).isEqualTo(index);
    assertThat(plan)
        .noneMatch(
            step -> String.valueOf(step.get("Extra")).matches(".*(filesort|temporary).*"))
        .noneMatch(step -> "ALL".equals(step.get("type")));
  }
}
