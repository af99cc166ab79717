package com.accordenergie.intervention.listing;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.Servers;
import com.accordenergie.intervention.workflow.Language;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A schema of its own with the service's tables, and the lists on top of it, without the service. */
final class ListingDatabase implements AutoCloseable {

  /** The time it is in these tests. */
  static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

  /** A statement as it was sent. */
  record Sent(String sql, List<Object> values) {

    static Sent of(QueryInfo query) {
      List<Object> values = new ArrayList<>();
      query.getParametersList().stream()
          .flatMap(List::stream)
          .forEach(parameter -> values.add(parameter.getArgs()[1]));
      return new Sent(query.getQuery(), values);
    }
  }

  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

  final String schema;
  final HikariDataSource source;
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final InterventionList list;

  /** To which next to nothing is short, so that it reads along the order even where there is little. */
  final InterventionList alongTheOrder;
  final SearchIndex searchIndex;

  ListingDatabase() {
    this("test_listing_" + UUID.randomUUID().toString().substring(0, 8));
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/platform", "classpath:db/migration")
        .load()
        .migrate();
  }

  private ListingDatabase(String schema) {
    this.schema = schema;
    source = new HikariDataSource();
    source.setJdbcUrl(
        Servers.running().jdbcUrl()
            + schema
            + "?createDatabaseIfNotExist=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true");
    source.setUsername(Servers.running().value("ACCORD_MYSQL_USER"));
    source.setPassword(Servers.running().value("ACCORD_MYSQL_PASSWORD"));
    source.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    source.setMaximumPoolSize(6);
    DataSource watched =
        ProxyDataSourceBuilder.create(source)
            .afterQuery((execution, queries) -> queries.forEach(query -> sent.add(Sent.of(query))))
            .build();
    jdbc = JdbcClient.create(watched);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(watched));
    list = list(Leads.SHORT);
    alongTheOrder = list(10);
    searchIndex = new SearchIndex(jdbc);
  }

  private InterventionList list(int shortness) {
    return new InterventionList(jdbc, new Leads(jdbc, shortness), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** What the lists sent meanwhile. */
  List<Sent> during(Runnable action) {
    sent.clear();
    action.run();
    return List.copyOf(sent);
  }

  Plan plan(Sent statement) {
    return Plan.of(statement, transaction, jdbc);
  }

  Page<ListedIntervention> page(
      Caller reader, MultiValueMap<String, String> query, int limit, @Nullable String cursor) {
    return page(list, reader, query, limit, cursor);
  }

  private static Page<ListedIntervention> page(
      InterventionList list,
      Caller reader,
      MultiValueMap<String, String> query,
      int limit,
      @Nullable String cursor) {
    return list.page(
        CriteriaReader.read(query, reader), new PageRequest(limit, cursor), Language.FRENCH);
  }

  /** Page by page from the first to the last. */
  List<UUID> walk(Caller reader, MultiValueMap<String, String> query, int limit) {
    return walk(list, reader, query, limit);
  }

  static List<UUID> walk(
      InterventionList list, Caller reader, MultiValueMap<String, String> query, int limit) {
    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<ListedIntervention> page = page(list, reader, query, limit, cursor);
      page.items().forEach(item -> seen.add(item.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return seen;
  }

  /** {@code query("status", "NEW", "sort", "-dueAt")}. */
  static MultiValueMap<String, String> query(String... namesAndValues) {
    var query = new LinkedMultiValueMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return query;
  }

  void reindex(UUID intervention) {
    transaction.executeWithoutResult(status -> searchIndex.reindex(intervention));
  }

  @Override
  public void close() {
    jdbc.sql("drop database " + schema).update();
    source.close();
  }
}
