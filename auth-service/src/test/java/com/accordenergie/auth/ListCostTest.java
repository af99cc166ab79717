package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.partner.Credentials;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.RowsTouched;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.SqlStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A page costs what it returns, however many there are. */
@ServiceTest
class ListCostTest {

  private static final int CREDENTIALS = 3_000;
  private static final int LIMIT = 20;

  /** Each row, and the row after the page; before them, the partner. */
  private static final int AT_MOST = 3 * (LIMIT + 1);

  private static final int STATEMENTS = 3;

  @Autowired Api api;
  @Autowired PartnerCompanies companies;
  @Autowired Credentials credentials;
  @Autowired JdbcTemplate jdbc;
  @Autowired RowsTouched rowsTouched;
  @Autowired SqlStatements statements;

  @Test
  void credentialsPageByPage() {
    UUID partner = aPartnerOfManyYears();
    String cursor = null;
    for (int number = 0; number < 4; number++) {
      var request = new PageRequest(LIMIT, cursor);
      assertThat(rowsTouched.by(() -> credentials.list(partner, request)))
          .as("page %d", number)
          .isLessThanOrEqualTo(AT_MOST);
      cursor = credentials.list(partner, request).nextCursor();
    }
  }

  @Test
  void aPageTakesThreeStatementsAtMostFromTheRequestToTheAnswer() {
    UUID partner = companies.arrive().id();
    for (String list :
        List.of(
            "/api/v1/partners/" + partner + "/credentials",
            "/api/v1/consumers/auth-service/parked")) {
      assertThat(
              statements.during(
                  () ->
                      api.as(Caller.admin(Ids.next()))
                          .get()
                          .uri(list)
                          .exchange()
                          .expectStatus()
                          .isOk()))
          .as(list)
          .hasSizeBetween(1, STATEMENTS);
    }
  }

  private UUID aPartnerOfManyYears() {
    UUID partner = companies.arrive().id();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < CREDENTIALS; i++) {
      rows.add(
          new Object[] {Ids.bytes(Ids.next()), Ids.bytes(partner), "0".repeat(64), Ids.bytes(partner)});
    }
    jdbc.batchUpdate(
        "insert into partner_credential (id, partner_id, kind, secret_hash, created_at, created_by,"
            + " ends_at) values (?, ?, 'SECRET', ?, utc_timestamp(6), ?, utc_timestamp(6))",
        rows);
    jdbc.queryForList("analyze table partner_credential");
    return partner;
  }
}
