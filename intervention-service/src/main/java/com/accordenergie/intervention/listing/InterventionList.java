package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a page for somebody in at most three statements: the codes when some are named, the lengths
 * of the candidates when more than one list could lead, the page.
 */
@Component
class InterventionList {

  static final ProblemType TOO_BROAD =
      new ProblemType(
          "search-too-broad",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Too much would have to be gone through");

  private static final int PATIENCE_MILLISECONDS = 1_000;
  private static final int MYSQL_GAVE_UP = 3024;
  private static final int MYSQL_INTERRUPTED = 1317;

  private final JdbcClient jdbc;
  private final Leads leads;
  private final Clock clock;

  InterventionList(JdbcClient jdbc, Leads leads, Clock clock) {
    this.jdbc = jdbc;
    this.leads = leads;
    this.clock = clock;
  }

  Page<ListedIntervention> page(Criteria criteria, PageRequest request, Language language) {
    Reading.Position after = position(criteria, request.cursor());
    Narrowing narrowing = narrowing(criteria);
    if (narrowing.leavesNothing()) {
      return new Page<>(List.of(), null);
    }
    var reading =
        new Reading(criteria, narrowing, clock.instant(), after, request.limit() + 1);
    Page<Row> page =
        Page.of(rows(reading, language), request, row -> cursor(criteria, row.position()));
    return page.map(Row::line);
  }

  private Narrowing narrowing(Criteria criteria) {
    Narrowing narrowing =
        Narrowing.scopeOf(criteria.reader())
            .to(Dimension.CLIENT, criteria.clientId())
            .to(Dimension.SITE, criteria.siteId())
            .to(Dimension.TECHNICIAN, criteria.technicianId())
            .to(Dimension.OWNER, criteria.ownerId());
    if (criteria.namesCodes()) {
      Codes codes = Codes.read(jdbc);
      if (criteria.namesStatuses()) {
        narrowing.to(
            Dimension.STATUS, codes.statusIds(criteria.statuses(), criteria.categories()));
      }
      if (!criteria.urgencies().isEmpty()) {
        narrowing.to(Dimension.URGENCY, codes.urgencyIds(criteria.urgencies()));
      }
    }
    return narrowing;
  }

  private List<Row> rows(Reading reading, Language language) {
    Fragment statement =
        PageStatement.of(reading, leads.choose(reading), PATIENCE_MILLISECONDS);
    try {
      return jdbc.sql(statement.sql())
          .params(statement.values())
          .query((row, number) -> Row.read(row, reading, language))
          .list();
    } catch (DataAccessException failed) {
      throw gaveUp(failed) ? tooBroad() : failed;
    }
  }

  private static boolean gaveUp(DataAccessException failed) {
    return failed.getRootCause() instanceof java.sql.SQLException cause
        && (cause.getErrorCode() == MYSQL_GAVE_UP || cause.getErrorCode() == MYSQL_INTERRUPTED);
  }

  private static ProblemException tooBroad() {
    return new ProblemException(TOO_BROAD, "Add a filter or more letters, then try again.");
  }

  private static String cursor(Criteria criteria, Reading.Position last) {
    return last.time() == null
        ? Cursor.encode(criteria.context(), last.id())
        : Cursor.encode(criteria.context(), last.time(), last.id());
  }

  private static Reading.@Nullable Position position(Criteria criteria, @Nullable String text) {
    Cursor cursor = Cursor.decode(criteria.context(), text);
    if (cursor == null) {
      return null;
    }
    if (criteria.order().key() == SortKey.CREATED_AT) {
      return new Reading.Position(null, cursor.uuid(0));
    }
    return new Reading.Position(cursor.instant(0), cursor.uuid(1));
  }
}
