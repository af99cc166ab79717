package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.SqlStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A page costs what it shows, however long the thread is and whatever a client does not see of it. */
@ServiceTest
class ThreadCostTest {

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final int LIMIT = 50;

  @Autowired Scenes scenes;
  @Autowired SqlStatements statements;
  @Autowired DataSource source;
  @Autowired JdbcTemplate jdbc;

  @Test
  void aPageReadsAtMostThreeRowsForEachItShows() throws SQLException {
    Scene small = scenes.intervention();
    Scene large = scenes.intervention();
    fill(small, 200);
    fill(large, 40_000);

    for (ThreadOrder order : ThreadOrder.values()) {
      for (int position : new int[] {0, 1, 60, 150}) {
        for (Caller reader : List.of(small.owner(), small.client())) {
          assertThat(rowsRead(small, reader, order, position))
              .as("%s from %s as %s", order, position, reader.role())
              .isLessThanOrEqualTo(3 * (LIMIT + 1) + 3);
        }
      }
      for (int position : new int[] {0, 1, 20_000, 39_900}) {
        for (Caller reader : List.of(large.owner(), large.client())) {
          assertThat(rowsRead(large, reader, order, position))
              .as("%s from %s as %s", order, position, reader.role())
              .isLessThanOrEqualTo(3 * (LIMIT + 1) + 3);
        }
      }
    }
  }

  @Test
  void theThreadIsReadOffItsIndexWithoutSorting() {
    Scene scene = scenes.intervention();
    fill(scene, 5_000);

    for (ThreadOrder order : ThreadOrder.values()) {
      for (ThreadPage page : List.of(page(scene, order, null), page(scene, order, at(2_000)))) {
        readsIndex(plan(page, StaffThread.ENTRIES), "PRIMARY");
        readsIndex(plan(page, ClientThread.ENTRIES), "thread_entry_for_clients");
      }
    }
  }

  @Test
  void aPageTakesThreeStatementsAtMost() {
    Scene scene = scenes.intervention();
    fill(scene, 100);
    for (Caller reader : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      List<String> sent =
          statements.during(
              () ->
                  scenes
                      .get(reader, "/api/v1/interventions/{id}/comments", scene.id())
                      .expectStatus()
                      .isOk());
      assertThat(sent).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aPageOfAttachmentsTakesThreeStatementsAtMostAndTouchesNoPicture() {
    Scene scene = scenes.intervention();
    fill(scene, 100);
    for (Caller reader : List.of(scene.admin(), scene.owner(), scene.technician(), scene.client())) {
      List<String> sent =
          statements.during(
              () ->
                  scenes
                      .get(reader, "/api/v1/interventions/{id}/attachments", scene.id())
                      .expectStatus()
                      .isOk());
      assertThat(sent).hasSizeLessThanOrEqualTo(3).noneMatch(sql -> sql.contains("attachment_content"));
    }
  }

  @Test
  void soDoesAPageOfWhatACommentEverSaidAndOfParkedEvents() {
    Scene scene = scenes.intervention();
    UUID comment = scenes.comment(scene.owner(), scene, Visibility.PUBLIC);
    scenes.patch(scene.owner(), comment, 1, Map.of("body", "Bonsoir")).expectStatus().isOk();
    for (String list :
        List.of("/api/v1/comments/" + comment + "/history", "/api/v1/consumers/comment-service/parked")) {
      assertThat(statements.during(() -> scenes.get(scene.admin(), list).expectStatus().isOk()))
          .as(list)
          .hasSizeBetween(1, 3);
    }
  }

  /**
   * Of ten entries one is a status change, one a public comment, one a public photo, and seven are
   * internal, a photo among them.
   */
  private void fill(Scene scene, int size) {
    List<Object[]> entries = new ArrayList<>();
    List<Object[]> comments = new ArrayList<>();
    List<Object[]> changes = new ArrayList<>();
    List<Object[]> photos = new ArrayList<>();
    byte[] thread = Ids.bytes(scene.id());
    byte[] author = Ids.bytes(scene.owner().id());
    for (int i = 0; i < size; i++) {
      byte[] id = Ids.bytes(Ids.at(at(i)));
      String kind =
          switch (i % 10) {
            case 0 -> "STATUS_CHANGE";
            case 6, 7 -> "ATTACHMENT";
            default -> "COMMENT";
          };
      String visibility = List.of(0, 5, 6).contains(i % 10) ? "PUBLIC" : "INTERNAL";
      entries.add(new Object[] {thread, Columns.of(at(i)), id, kind, visibility, author});
      if (kind.equals("STATUS_CHANGE")) {
        changes.add(new Object[] {id, thread, i + 1, author, Columns.of(at(i))});
      } else if (kind.equals("ATTACHMENT")) {
        photos.add(
            new Object[] {id, thread, author, visibility, Columns.of(at(i)), Columns.of(at(i))});
      } else {
        comments.add(
            new Object[] {id, thread, author, visibility, Columns.of(at(i)), Columns.of(at(i))});
      }
    }
    jdbc.batchUpdate("insert into thread_entry values (?, ?, ?, ?, ?, ?)", entries);
    jdbc.batchUpdate(
        "insert into comment values (?, ?, ?, 'DISPATCHER', ?, 'Bonjour', null, ?, ?, null, 1)",
        comments);
    jdbc.batchUpdate(
        """
        insert into status_change
        values (?, ?, ?, 'NEW', 'a', 'a', 'ASSIGNED', 'b', 'b', null, ?, 'DISPATCHER', ?, null)
        """,
        changes);
    jdbc.batchUpdate(
        """
        insert into attachment
        values (?, ?, ?, 'DISPATCHER', 'PHOTO', ?, null, null, null, 'image/jpeg', 1, 1, 1, ?, ?, null, 1)
        """,
        photos);
    jdbc.execute("analyze table thread_entry, comment, status_change, attachment");
  }

  private static Instant at(int entry) {
    return START.plusSeconds(entry);
  }

  private static ThreadPage page(Scene scene, ThreadOrder order, @Nullable Instant from) {
    ThreadPage first = ThreadPage.of(scene.id(), order, PageRequest.first(LIMIT));
    return from == null
        ? first
        : new ThreadPage(
            scene.id(), order, first.request(), new ThreadPage.Position(from, Ids.floor(from)));
  }

  /** Counted by the server itself, in the session that reads. */
  private long rowsRead(Scene scene, Caller reader, ThreadOrder order, int position)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      var session = new SingleConnectionDataSource(connection, true);
      JdbcClient client = JdbcClient.create(session);
      ThreadPage page = page(scene, order, position == 0 ? null : at(position));
      long before = handlerReads(client);
      Page<?> shown =
          reader.isClient()
              ? new ClientThread(client).read(reader, page, START)
              : new StaffThread(client).read(reader, page, START);
      long after = handlerReads(client);
      assertThat(shown.items()).isNotEmpty();
      return after - before - ownReads(client);
    }
  }

  private static long handlerReads(JdbcClient client) {
    return client
        .sql("show session status like 'Handler_read%'")
        .query((row, number) -> row.getLong(2))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** What asking for the counters costs by itself. */
  private static long ownReads(JdbcClient client) {
    long before = handlerReads(client);
    return handlerReads(client) - before;
  }

  private List<Map<String, Object>> plan(ThreadPage page, String entries) {
    return page.query(JdbcClient.create(jdbc), "explain format=traditional " + entries).query().listOfRows();
  }

  private static void readsIndex(List<Map<String, Object>> plan, String index) {
    assertThat(plan.getFirst().get("key")).isEqualTo(index);
    assertThat(plan).noneMatch(step -> String.valueOf(step.get("Extra")).matches(".*(filesort|temporary).*"));
    assertThat(plan).noneMatch(step -> "ALL".equals(step.get("type")));
  }
}
