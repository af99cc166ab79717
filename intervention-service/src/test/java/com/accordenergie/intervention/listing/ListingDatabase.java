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
import java.util.List;
import java.util.UUID;
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

  final String schema;
  final HikariDataSource source;
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final InterventionList list;
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
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    list = new InterventionList(jdbc, new Leads(jdbc), Clock.fixed(NOW, ZoneOffset.UTC));
    searchIndex = new SearchIndex(jdbc);
  }

  Page<ListedIntervention> page(
      Caller reader, MultiValueMap<String, String> query, int limit, @Nullable String cursor) {
    return list.page(
        CriteriaReader.read(query, reader), new PageRequest(limit, cursor), Language.FRENCH);
  }

  /** Page by page from the first to the last. */
  List<UUID> walk(Caller reader, MultiValueMap<String, String> query, int limit) {
    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<ListedIntervention> page = page(reader, query, limit, cursor);
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
