package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.test.RowsTouched;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.SqlStatements;
import com.accordenergie.user.client.ClientDirectory;
import com.accordenergie.user.client.ClientFilter;
import com.accordenergie.user.partner.PartnerDirectory;
import com.accordenergie.user.partner.PartnerFilter;
import com.accordenergie.user.partner.PartnerOrder;
import com.accordenergie.user.partner.PartnerState;
import com.accordenergie.user.person.PeopleDirectory;
import com.accordenergie.user.person.PersonFilter;
import com.accordenergie.user.search.IndexedWord;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.site.SiteDirectory;
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

  /** What a page may cost; of several words, the rarest is found out besides. */
  private record Cost(int rows, int statements) {

    static final Cost USUAL = new Cost(AT_MOST, 3);

    /** And one look at what each of a page refers to. */
    static final Cost WITH_THEIR_OWN = new Cost(AT_MOST + LIMIT + 1, 4);
  }

  /** Of two words up to 2,000 entries each are counted, which the database writes down and reads. */
  private static final int CHOOSING = 2 * 2 * 2000;

  /** What an empty page may cost: the look at where something would be. */
  private static final int NOTHING = 3;

  private final String salt = Office.fresh();
  private UUID bigClient;

  @Autowired JdbcTemplate jdbc;
  @Autowired RowsTouched rowsTouched;
  @Autowired SqlStatements statements;
  @Autowired PeopleDirectory people;
  @Autowired ClientDirectory clients;
  @Autowired SiteDirectory sites;
  @Autowired PartnerDirectory partners;

  @BeforeAll
  void aLargeCompany() {
    bigClient = insertClients();
    insertPeople();
    insertSites();
    insertPartners();
    for (String table :
        List.of(
            "person", "person_word", "person_skill", "client", "client_word", "site", "partner",
            "partner_word", "partner_client")) {
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
            "partners " + filter, page -> partners.find(filter, page), false, Cost.WITH_THEIR_OWN);
      }
      for (String q : List.of(salt, "logiciel", "logiciel 123")) {
        var filter = new PartnerFilter(state, SearchTerms.parse(q), PartnerOrder.BY_NAME);
        costsWhatItReturns(
            "partners " + filter,
            page -> partners.find(filter, page),
            q.contains(" "),
            Cost.WITH_THEIR_OWN);
      }
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
    costsWhatItReturns(what, list, severalWords, Cost.USUAL);
  }

  private <T> void costsWhatItReturns(
      String what, Function<PageRequest, Page<T>> list, boolean severalWords, Cost cost) {
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
            .isLessThanOrEqualTo(found.items().isEmpty() ? NOTHING : cost.rows());
      } else {
        assertThat(touched)
            .as("rows touched for page %d of %s", number, what)
            .isLessThan(CHOOSING + cost.rows());
      }
      assertThat(statements.during(() -> list.apply(request)))
          .as(what)
          .filteredOn(sql -> sql.stripLeading().startsWith("select"))
          .hasSizeLessThanOrEqualTo(cost.statements());
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
  private void insertPartners() {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> entitled = new ArrayList<>();
    List<Object[]> words = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      byte[] id = Ids.bytes(Ids.next());
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
