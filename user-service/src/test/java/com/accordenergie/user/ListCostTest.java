package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.RowsTouched;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.SqlStatements;
import com.accordenergie.user.audit.AuditEntry;
import com.accordenergie.user.audit.AuditFilter;
import com.accordenergie.user.audit.AuditJournal;
import com.accordenergie.user.client.ClientDirectory;
import com.accordenergie.user.client.ClientFilter;
import com.accordenergie.user.partner.PartnerDirectory;
import com.accordenergie.user.partner.PartnerFilter;
import com.accordenergie.user.partner.PartnerOrder;
import com.accordenergie.user.partner.PartnerState;
import com.accordenergie.user.partner.webhook.delivery.DeliveryFilter;
import com.accordenergie.user.partner.webhook.delivery.DeliveryManagement;
import com.accordenergie.user.partner.webhook.delivery.DeliveryState;
import com.accordenergie.user.person.PeopleDirectory;
import com.accordenergie.user.person.PersonFilter;
import com.accordenergie.user.search.IndexedWord;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.site.SiteDirectory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A page costs what it returns, however many there are: for each filter and each search, the first
 * page and one far down, on tens of thousands of rows. Counted in rows that the database itself says
 * it has touched.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListCostTest {

  private static final int PEOPLE = 24_000;
  private static final int CLIENTS = 12_000;
  private static final int SITES_OF_ONE = 4_000;
  private static final int PARTNERS = 6_000;
  private static final int LIMIT = 20;

  /** Each row with its word and its record, and the row after the page. */
  private static final int AT_MOST = 3 * (LIMIT + 1);

  /** A partner comes with its client: one look more for each. */
  private static final int WITH_THEIR_CLIENTS = AT_MOST + LIMIT + 1;

  /** Before a webhook's deliveries, the webhook. */
  private static final int WITH_THE_WEBHOOK = AT_MOST + 1;

  /** Whatever else is asked of one subject is looked at row by row: it has few. */
  private static final int OF_ONE_SUBJECT = 60;

  /** What is asked of the database for a page, whatever is wanted. */
  private static final int STATEMENTS = 3;

  /** Of two words up to 2,000 entries each are counted, which the database writes down and reads. */
  private static final int CHOOSING = 2 * 2 * 2000;

  /** What an empty page may cost: the look at where something would be. */
  private static final int NOTHING = 3;

  private static final int ENTRIES = 12_000;
  private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

  private final String salt = Office.fresh();
  private final UUID admin = Ids.next();
  private final UUID subject = Ids.next();
  private final UUID webhook = Ids.next();
  private UUID bigClient;
  private UUID webhooksPartner;

  @Autowired JdbcTemplate jdbc;
  @Autowired RowsTouched rowsTouched;
  @Autowired SqlStatements statements;
  @Autowired PeopleDirectory people;
  @Autowired ClientDirectory clients;
  @Autowired SiteDirectory sites;
  @Autowired PartnerDirectory partners;
  @Autowired AuditJournal journal;
  @Autowired DeliveryManagement deliveries;
  @Autowired Office office;

  @BeforeAll
  void aLargeCompany() {
    bigClient = insertClients();
    insertPeople();
    insertSites();
    webhooksPartner = insertPartners();
    insertDeliveries();
    insertJournal();
    for (String table :
        List.of(
            "person", "person_word", "person_skill", "client", "client_word", "site", "partner",
            "partner_word", "partner_client", "webhook_delivery", "audit_entry")) {
      jdbc.queryForList("analyze table " + table);
    }
  }

  @Test
  void peopleByEachCombinationOfFilters() {
    for (Role role : orNull(Role.values())) {
      for (UUID client : orNull(bigClient)) {
        for (Boolean active : orNull(true, false)) {
          var filter = new PersonFilter(role, client, active, null, null);
          costsWhatItReturns("people " + filter, page -> people.find(filter, page));
        }
      }
    }
  }

  @Test
  void peopleSearchedWithEachCombinationOfFilters() {
    for (String q : List.of("prenom", salt, "prenom 17", salt + " nom12", "nom99999")) {
      for (Role role : orNull(Role.TECHNICIAN, Role.CLIENT)) {
        for (UUID client : orNull(bigClient)) {
          for (Boolean active : orNull(true, false)) {
            var filter = new PersonFilter(role, client, active, null, SearchTerms.parse(q));
            boolean severalWords = q.contains(" ");
            costsWhatItReturns(
                "people " + filter, page -> people.find(filter, page), severalWords);
          }
        }
      }
    }
  }

  @Test
  void techniciansBySkill() {
    for (Boolean active : orNull(true, false)) {
      var filter = new PersonFilter(Role.TECHNICIAN, null, active, "Soudure " + salt, null);
      costsWhatItReturns("technicians " + filter, page -> people.find(filter, page));
    }
  }

  @Test
  void clientsByEachCombinationOfFilters() {
    for (Boolean active : orNull(true, false)) {
      for (String q : orNull(salt, "societe", "rue", "societe 123", "69003 " + salt)) {
        var filter = new ClientFilter(active, SearchTerms.parse(q));
        costsWhatItReturns(
            "clients " + filter,
            page -> clients.find(filter, page),
            q != null && q.contains(" "));
      }
    }
  }

  @Test
  void sitesOfOneClient() {
    for (Boolean active : orNull(true, false)) {
      costsWhatItReturns("sites " + active, page -> sites.find(bigClient, active, page));
    }
  }

  @Test
  void partnersByEachCombinationOfFilterAndOrder() {
    for (PartnerState state : orNull(PartnerState.values())) {
      for (PartnerOrder order : PartnerOrder.values()) {
        var filter = new PartnerFilter(state, null, order);
        costsWhatItReturns(
            "partners " + filter, page -> partners.find(filter, page), false, WITH_THEIR_CLIENTS);
      }
      for (String q : List.of(salt, "logiciel", "logiciel 123")) {
        var filter = new PartnerFilter(state, SearchTerms.parse(q), PartnerOrder.BY_NAME);
        costsWhatItReturns(
            "partners " + filter,
            page -> partners.find(filter, page),
            q.contains(" "),
            WITH_THEIR_CLIENTS);
      }
    }
  }

  @Test
  void theJournalByEachCombinationOfFilters() {
    Instant middle = BEGINNING.plusSeconds(ENTRIES / 2);
    for (UUID actor : orNull(admin)) {
      for (AuditEntry.Kind kind : orNull(AuditEntry.Kind.CLIENT)) {
        for (Instant from : orNull(BEGINNING)) {
          for (Instant to : orNull(middle)) {
            var all = new AuditFilter(actor, kind, null, from, to);
            costsWhatItReturns("journal " + all, page -> journal.find(all, page));
            var ofOne = new AuditFilter(actor, kind, subject, from, to);
            costsWhatItReturns(
                "journal " + ofOne,
                page -> journal.find(ofOne, page),
                false,
                AT_MOST + OF_ONE_SUBJECT);
          }
        }
      }
    }
  }

  @Test
  void deliveriesByEachCombinationOfFilters() {
    for (DeliveryState state : orNull(DeliveryState.values())) {
      var all = new DeliveryFilter(state, null);
      costsWhatItReturns(
          "deliveries " + all,
          page -> deliveries.find(webhooksPartner, webhook, all, page),
          false,
          WITH_THE_WEBHOOK);
      var ofOne = new DeliveryFilter(state, subject);
      costsWhatItReturns(
          "deliveries " + ofOne,
          page -> deliveries.find(webhooksPartner, webhook, ofOne, page),
          false,
          WITH_THE_WEBHOOK + OF_ONE_SUBJECT);
    }
  }

  @Test
  void aPageTakesThreeStatementsAtMostFromTheRequestToTheAnswer() {
    String webhooks = Office.PARTNERS + "/" + webhooksPartner + "/webhooks";
    for (String list :
        List.of(
            Office.USERS,
            Office.USERS + "?q=prenom nom12&role=CLIENT&clientId=" + bigClient,
            Office.CLIENTS,
            Office.CLIENTS + "?q=societe rue",
            Office.sitesOf(bigClient),
            Office.TECHNICIANS,
            Office.TECHNICIANS + "?q=prenom nom12&skill=Soudure " + salt,
            Office.PARTNERS,
            Office.PARTNERS + "?sort=-createdAt",
            Office.PARTNERS + "?q=logiciel " + salt,
            webhooks,
            webhooks + "/" + webhook + "/deliveries",
            "/api/v1/audit",
            "/api/v1/consumers/user-service/parked")) {
      assertThat(
              statements.during(
                  () ->
                      office
                          .get(office.admin(), list.replace(" ", "%20"))
                          .expectStatus()
                          .isOk()))
          .as(list)
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(STATEMENTS);
    }
  }

  private <T> void costsWhatItReturns(String what, Function<PageRequest, Page<T>> list) {
    costsWhatItReturns(what, list, false);
  }

  /**
   * @param severalWords then it is found out first which of the words is the rarest
   */
  private <T> void costsWhatItReturns(
      String what, Function<PageRequest, Page<T>> list, boolean severalWords) {
    costsWhatItReturns(what, list, severalWords, AT_MOST);
  }

  private <T> void costsWhatItReturns(
      String what, Function<PageRequest, Page<T>> list, boolean severalWords, int atMost) {
    Set<T> seen = new HashSet<>();
    @Nullable String cursor = null;
    for (int number = 0; number < 4; number++) {
      var request = new PageRequest(LIMIT, cursor);
      List<Page<T>> page = new ArrayList<>();
      long touched = rowsTouched.by(() -> page.add(list.apply(request)));
      Page<T> found = page.getFirst();
      assertThat(found.items()).as(what).hasSizeLessThanOrEqualTo(LIMIT).doesNotHaveDuplicates();
      assertThat(seen.addAll(found.items()) || found.items().isEmpty()).as(what).isTrue();
      if (!severalWords) {
        assertThat(touched)
            .as("rows touched for page %d of %s", number, what)
            .isLessThanOrEqualTo(found.items().isEmpty() ? NOTHING : atMost);
      } else {
        assertThat(touched)
            .as("rows touched for page %d of %s", number, what)
            .isLessThan(CHOOSING + atMost);
      }
      assertThat(statements.during(() -> list.apply(request)))
          .as(what)
          .filteredOn(sql -> sql.stripLeading().startsWith("select"))
          .hasSizeLessThanOrEqualTo(STATEMENTS);
      cursor = found.nextCursor();
      if (cursor == null) {
        return;
      }
    }
  }

  private UUID insertClients() {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> words = new ArrayList<>();
    UUID last = Ids.next();
    for (int i = 0; i < CLIENTS; i++) {
      last = Ids.next();
      byte[] id = Ids.bytes(last);
      boolean active = i % 10 != 0;
      rows.add(new Object[] {id, "T" + salt.substring(1, 9) + i, "Societe " + salt + " " + i, active});
      for (IndexedWord word :
          IndexedWord.of(
              Set.of("societe", salt + i % 3000, i + "e", "rue", "rueil", "6900" + i % 9))) {
        words.add(new Object[] {id, word.word(), word.shared(), active});
      }
    }
    batch(
        "insert into client (id, code, name, active, created_at, changed_at, version)"
            + " values (?, ?, ?, ?, utc_timestamp(6), utc_timestamp(6), 1)",
        rows);
    batch("insert into client_word (client_id, word, shared, active) values (?, ?, ?, ?)", words);
    return last;
  }

  private void insertPeople() {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> words = new ArrayList<>();
    List<Object[]> skills = new ArrayList<>();
    byte[] client = Ids.bytes(bigClient);
    for (int i = 0; i < PEOPLE; i++) {
      byte[] id = Ids.bytes(Ids.next());
      Role role = i % 8 == 0 ? Role.TECHNICIAN : i % 8 == 1 ? Role.DISPATCHER : Role.CLIENT;
      if (i % 64 == 3) {
        role = Role.ADMIN;
      }
      boolean active = i % 7 != 0;
      String name = "Prenom Nom" + i % 5000 + " " + salt;
      byte @Nullable [] ofClient = role == Role.CLIENT ? client : null;
      rows.add(
          new Object[] {
            id, salt + i, salt + i + "@exemple.fr", name, role.name(), ofClient, active
          });
      for (IndexedWord word :
          IndexedWord.of(Set.of("prenom", "nom" + i % 5000, salt + i, i + "e"))) {
        words.add(
            new Object[] {id, word.word(), word.shared(), role.name(), ofClient, active});
      }
      if (role == Role.TECHNICIAN && i % 3 == 0) {
        skills.add(new Object[] {id, "soudure " + salt, active, name});
      }
    }
    batch(
        "insert into person (id, username, email, display_name, role, client_id, skills, active,"
            + " created_at, changed_at, version)"
            + " values (?, ?, ?, ?, ?, ?, '', ?, utc_timestamp(6), utc_timestamp(6), 1)",
        rows);
    batch(
        "insert into person_word (person_id, word, shared, role, client_id, active)"
            + " values (?, ?, ?, ?, ?, ?)",
        words);
    batch(
        "insert into person_skill (person_id, skill, active, display_name) values (?, ?, ?, ?)",
        skills);
  }

  private void insertSites() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < SITES_OF_ONE; i++) {
      rows.add(
          new Object[] {Ids.bytes(Ids.next()), Ids.bytes(bigClient), "Site " + i % 500, i % 5 != 0});
    }
    batch(
        "insert into site (id, client_id, name, address_line, postal_code, city, active, created_at,"
            + " changed_at, version)"
            + " values (?, ?, ?, '1 rue', '69003', 'Lyon', ?, utc_timestamp(6), utc_timestamp(6), 1)",
        rows);
  }

  /** None of them is active, so that nobody begins to write their streams. */
  private UUID insertPartners() {
    UUID last = Ids.next();
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> entitled = new ArrayList<>();
    List<Object[]> words = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      last = Ids.next();
      byte[] id = Ids.bytes(last);
      String state = i % 5 == 0 ? "RETIRED" : "SUSPENDED";
      rows.add(new Object[] {id, "Logiciel " + salt + " " + i, state, i});
      entitled.add(new Object[] {id, Ids.bytes(bigClient)});
      for (IndexedWord word : IndexedWord.of(Set.of("logiciel", salt + i % 1500, i + "e"))) {
        words.add(new Object[] {id, word.word(), word.shared(), state});
      }
    }
    batch(
        "insert into partner (id, name, state, event_types, entitlement, created_at, changed_at,"
            + " version) values (?, ?, ?, '', 1, utc_timestamp(6) - interval ? second,"
            + " utc_timestamp(6), 1)",
        rows);
    batch("insert into partner_client (partner_id, client_id) values (?, ?)", entitled);
    batch("insert into partner_word (partner_id, word, shared, state) values (?, ?, ?, ?)", words);
    return last;
  }

  /** None of them is due, so that nobody begins to send them. */
  private void insertDeliveries() {
    jdbc.update(
        "insert into partner_webhook (id, partner_id, url, event_types, state, secret, created_at,"
            + " changed_at, version) values (?, ?, 'https://exemple.fr/', '', 'PAUSED', '',"
            + " utc_timestamp(6), utc_timestamp(6), 1)",
        Ids.bytes(webhook),
        Ids.bytes(webhooksPartner));
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      String state = List.of("DELIVERED", "DELIVERED", "WAITING", "FAILED").get(i % 4);
      rows.add(
          new Object[] {
            Ids.bytes(Ids.next()), Ids.bytes(webhook), i, Ids.bytes(Ids.next()),
            Ids.bytes(i % 301 == 0 ? subject : Ids.next()), state
          });
    }
    batch(
        "insert into webhook_delivery (id, webhook_id, number, event_id, type, subject, happened_at,"
            + " body, state, created_at) values (?, ?, ?, ?, 'intervention.created', ?,"
            + " utc_timestamp(6), '{}', ?, utc_timestamp(6))",
        rows);
  }

  private void insertJournal() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      rows.add(
          new Object[] {
            Ids.bytes(Ids.next()),
            Timestamp.from(BEGINNING.plusSeconds(i)),
            i % 3 == 0 ? Ids.bytes(admin) : Ids.bytes(Ids.next()),
            List.of("CLIENT", "SITE", "INTERVENTION", "INTERVENTION").get(i % 4),
            Ids.bytes(i % 301 == 0 ? subject : Ids.next())
          });
    }
    batch(
        "insert into audit_entry (event_id, occurred_at, actor_id, kind, type, subject_id, sequence)"
            + " values (?, ?, ?, ?, 'client.updated', ?, 1)",
        rows);
  }

  private void batch(String sql, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += 2000) {
      jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + 2000)));
    }
  }

  @SafeVarargs
  private static <T> List<@Nullable T> orNull(T... values) {
    List<@Nullable T> all = new ArrayList<>();
    all.add(null);
    all.addAll(List.of(values));
    return all;
  }
}
