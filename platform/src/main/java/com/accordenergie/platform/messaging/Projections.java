package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rebuilds this service's projections behind the answers, one run of each at a time among all
 * instances; what the last one found is kept in the database.
 */
final class Projections {

  private static final Logger log = LoggerFactory.getLogger(Projections.class);
  private static final ProblemType RUNNING =
      new ProblemType("rebuild-running", HttpStatus.CONFLICT, "The projection is being rebuilt already");

  private final Map<String, Projection> projections;
  private final EventReader reader;
  private final DataSource database;
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final ConnectionFactory connections;
  private final RabbitTemplate rabbit;
  private final JsonMapper json;
  private final Clock clock;

  Projections(
      List<Projection> projections,
      DataSource database,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ConnectionFactory connections,
      RabbitTemplate rabbit,
      JsonMapper json,
      Clock clock) {
    this.projections =
        projections.stream().collect(Collectors.toMap(Projection::queue, Function.identity()));
    this.reader = new EventReader(json);
    this.database = database;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.connections = connections;
    this.rabbit = rabbit;
    this.json = json;
    this.clock = clock;
  }

  Optional<ProjectionReport> report(String queue) {
    find(queue);
    return jdbc.sql("select report from projection_report where queue = ?")
        .param(queue)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, ProjectionReport.class));
  }

  /** Answers 409 while a run of this projection goes on, in whichever instance. */
  ProjectionReport start(String queue, boolean repair, Caller caller) {
    Projection projection = find(queue);
    ProjectionReport report = ProjectionReport.started(queue, repair, clock.instant());
    UUID run = Ids.next();
    if (!claim(queue, run, report)) {
      throw Problems.conflict(RUNNING, "Its report comes when it has ended.");
    }
    log.info("{} has {} rebuilt{}", caller.id(), queue, repair ? " and repaired" : "");
    Thread.ofPlatform().daemon().name("rebuild-" + queue).start(() -> run(projection, run, report));
    return report;
  }

  private void run(Projection projection, UUID run, ProjectionReport report) {
    AtomicReference<Instant> told = new AtomicReference<>(clock.instant());
    var rebuild =
        new ProjectionRebuild(
            projection,
            reader,
            database,
            transactions,
            connections,
            rabbit,
            () -> {
              if (told.get().plusSeconds(5).isBefore(clock.instant())) {
                told.set(clock.instant());
                store(run, report);
              }
            });
    try {
      var tables = rebuild.run(report.repair());
      store(run, report.done(clock.instant(), rebuild.events(), rebuild.skipped(), tables));
    } catch (RuntimeException | VirtualMachineError failure) {
      log.error("{} could not be rebuilt", projection.queue(), failure);
      store(run, report.failed(clock.instant(), failure.toString()));
    }
  }

  /** A run that has not been heard of for a minute died with its instance. */
  private boolean claim(String queue, UUID run, ProjectionReport report) {
    byte[] id = Ids.bytes(run);
    jdbc.sql(
            """
            insert ignore into projection_report (queue, state, run, seen_at, report)
            values (?, 'DONE', ?, utc_timestamp(6), '')
            """)
        .params(queue, id)
        .update();
    return jdbc.sql(
                """
                update projection_report
                set state = 'RUNNING', run = ?, seen_at = utc_timestamp(6), report = ?
                where queue = ?
                  and (state <> 'RUNNING' or seen_at < utc_timestamp(6) - interval 1 minute)
                """)
            .params(id, json.writeValueAsString(report), queue)
            .update()
        == 1;
  }

  private void store(UUID run, ProjectionReport report) {
    jdbc.sql(
            """
            update projection_report set state = ?, seen_at = utc_timestamp(6), report = ?
            where queue = ? and run = ?
            """)
        .params(
            report.state().name(), json.writeValueAsString(report), report.queue(), Ids.bytes(run))
        .update();
  }

  private Projection find(String queue) {
    Projection projection = projections.get(queue);
    if (projection == null) {
      throw Problems.notFound();
    }
    return projection;
  }
}
