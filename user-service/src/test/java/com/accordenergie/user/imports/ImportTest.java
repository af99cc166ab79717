package com.accordenergie.user.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Lists that were kept elsewhere are taken over, whole or not at all. */
@ServiceTest
class ImportTest {

  private static final String CLIENTS = Office.CLIENTS + "/imports";
  private static final String TECHNICIANS = Office.TECHNICIANS + "/imports";
  private static final String WRITE = "?dryRun=false";
  private static final String TITLES =
      "Nom;Contact;Téléphone;Courriel;Site;Adresse;Code postal;Ville;Contact du site;Accès\n";

  private final String salt = Office.fresh();

  @Autowired Office office;
  @Autowired Api api;
  @Autowired CapturedEvents events;
  @Autowired JdbcClient jdbc;

  private RestTestClient.ResponseSpec send(String uri, String table) {
    return send(uri, table.getBytes(StandardCharsets.UTF_8));
  }

  private RestTestClient.ResponseSpec send(String uri, byte[] table) {
    return office.postTable(api.as(office.admin()), uri, table);
  }

  private JsonNode taken(String uri, String table) {
    return Office.json(send(uri, table).expectStatus().isOk());
  }

  private JsonNode refused(String uri, String table) {
    JsonNode problem = Office.json(send(uri, table).expectStatus().isEqualTo(422));
    assertThat(problem.path("type").asString()).isEqualTo("urn:accord:problem:import-refused");
    return problem;
  }

  private static void holds(JsonNode result, int lines, int fresh, int known) {
    assertThat(result.path("lines").asInt()).as(result.toString()).isEqualTo(lines);
    assertThat(result.path("new").asInt()).as(result.toString()).isEqualTo(fresh);
    assertThat(result.path("known").asInt()).as(result.toString()).isEqualTo(known);
    assertThat(result.path("errors")).as(result.toString()).isEmpty();
  }

  private static List<String> errors(JsonNode result) {
    return result.path("errors").valueStream()
        .map(error -> error.path("line").asInt() + " " + error.path("column").asString("-"))
        .toList();
  }

  private static List<String> codes(JsonNode result) {
    return result.path("errors").valueStream()
        .map(error -> error.path("code").asString() + error.path("otherLine").asString(""))
        .toList();
  }

  private List<JsonNode> clients(String word) {
    return office.all(office.admin(), Office.CLIENTS + "?q=" + word, 50);
  }

  @Test
  void clientsComeWithTheirSitesAndEverybodyIsTold() {
    String table =
        "\uFEFF"
            + TITLES
            + ("Lilas %1$s;Mme Renaud;04 72 00 00 00;lilas@exemple.fr;Bâtiment A;1 rue des Lilas;69003;"
                    + "Ville%1$s;M. Petit;\"Code \"\"45\"\" ;\n2e porte\"\n"
                    + "LILAS %1$s;;;;Bâtiment B;3 rue des Lilas;69003;Lyon;;\n"
                    + "Sans site %1$s;;;;;;;;;\n")
                .formatted(salt);

    holds(taken(CLIENTS, table), 3, 3, 0);
    assertThat(clients(salt)).isEmpty();
    holds(taken(CLIENTS + WRITE, table), 3, 3, 0);

    assertThat(clients(salt)).hasSize(2);
    JsonNode client = clients("ville" + salt).getFirst();
    assertThat(client.path("name").asString()).isEqualTo("Lilas " + salt);
    assertThat(client.path("contactName").asString()).isEqualTo("Mme Renaud");
    UUID id = Office.id(client);
    List<JsonNode> sites = office.all(office.admin(), Office.sitesOf(id), 10);
    assertThat(sites).hasSize(2);
    assertThat(sites.getFirst().path("accessNotes").asString()).isEqualTo("Code \"45\" ;\n2e porte");
    assertThat(events.awaitSequence(id, 1).getFirst().routingKey()).isEqualTo("client.created");
    sites.forEach(
        site ->
            assertThat(events.awaitSequence(Office.id(site), 1).getFirst().routingKey())
                .isEqualTo("site.created"));
  }

  @Test
  void whatIsThereStaysAsItIsAndWhatIsNewIsAdded() {
    String first = TITLES + "Foyer %1$s;Anne;;;Cuisine;1 rue X;69001;Lyon;;\n".formatted(salt);
    String longer = first + "foyer %1$s;;;;Lingerie;1 rue X;69001;Lyon;;\n".formatted(salt);

    holds(taken(CLIENTS + WRITE, first), 1, 1, 0);
    holds(taken(CLIENTS + WRITE, first), 1, 0, 1);
    holds(taken(CLIENTS + WRITE, longer.replace("Anne", "Berthe")), 2, 1, 1);

    JsonNode client = clients(salt).getFirst();
    assertThat(clients(salt)).hasSize(1);
    assertThat(client.path("contactName").asString()).isEqualTo("Anne");
    assertThat(client.path("version").asInt()).isEqualTo(1);
    assertThat(office.all(office.admin(), Office.sitesOf(Office.id(client)), 10)).hasSize(2);
  }

  @Test
  void everyMistakeSaysWhereItIsAndNothingIsWritten() {
    String table =
        TITLES
            + ("Bon %1$s;;;;Site;1 rue X;69001;Lyon;;\n"
                    + ";;;;Site;1 rue X;69001;Lyon;;\n"
                    + "Faux %1$s;;pas un numéro;pas une adresse;Site;\"1 rue\nX\";6900;Lyon;;\n"
                    + "Court %1$s;;\n"
                    + "Bon %1$s;Autre contact;;;Site 2;;69001;;;\n"
                    + "Bon %1$s;;;;site;2 rue X;69001;Lyon;;\n")
                .formatted(salt);

    JsonNode dry = taken(CLIENTS, table);
    JsonNode problem = refused(CLIENTS + WRITE, table);

    assertThat(errors(dry))
        .containsExactly(
            "3 name", "4 email", "4 phone", "4 postalCode", "6 -", "7 contactName", "7 addressLine",
            "7 city", "8 siteName");
    assertThat(codes(dry))
        .containsExactly(
            "VALUE_MISSING", "VALUE_IMPOSSIBLE", "VALUE_IMPOSSIBLE", "VALUE_IMPOSSIBLE",
            "CELL_COUNT1", "CLIENT_DIFFERS2", "VALUE_MISSING", "VALUE_MISSING", "SITE_TWICE2");
    assertThat(problem.path("errors")).isEqualTo(dry.path("errors"));
    assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("#/3/name");
    assertThat(dry.path("wrong").asInt()).isEqualTo(5);
    assertThat(dry.path("new").asInt()).isEqualTo(1);
    assertThat(clients(salt)).isEmpty();
  }

  @Test
  void aRetiredClientOrOneOfSeveralWithTheSameNameIsNotAddedTo() {
    for (int twin = 0; twin < 2; twin++) {
      office.create(Office.CLIENTS, Map.of("name", "Martin " + salt));
    }
    UUID gone = Office.id(office.create(Office.CLIENTS, Map.of("name", "Parti " + salt)));
    office.delete(office.admin(), Office.CLIENTS + "/" + gone, 1).expectStatus().isNoContent();

    JsonNode result = taken(CLIENTS, "name\nMartin %1$s\nParti %1$s\n".formatted(salt));
    assertThat(errors(result)).containsExactly("2 name", "3 name");
    assertThat(codes(result)).containsExactly("SEVERAL_CLIENTS", "CLIENT_RETIRED");
  }

  @Test
  void techniciansAreRegistered() {
    String table =
        "username,email,displayName,skills\n%1$sa,%1$sA@exemple.fr,\"Żółć, Anna\",\"Gaz, Soudure\"\n%1$sb,%1$sb@exemple.fr,Bo,\n"
            .formatted(salt);

    holds(taken(TECHNICIANS + WRITE, table), 2, 2, 0);
    holds(taken(TECHNICIANS + WRITE, table), 2, 0, 2);

    List<JsonNode> found = office.all(office.admin(), Office.TECHNICIANS + "?q=" + salt + "a", 10);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().path("displayName").asString()).isEqualTo("Żółć, Anna");
    assertThat(found.getFirst().path("skills")).hasSize(2);
    assertThat(events.awaitSequence(Office.id(found.getFirst()), 1).getFirst().routingKey())
        .isEqualTo("user.created");
  }

  @Test
  void nobodyGetsWhatSomebodyElseHas() {
    taken(TECHNICIANS + WRITE, "identifiant;courriel;nom\n%1$sa;%1$sa@x.fr;A\n".formatted(salt));

    JsonNode problem =
        refused(
            TECHNICIANS + WRITE,
            ("identifiant;courriel;nom\n%1$sa;%1$sautre@x.fr;A\n%1$sb;%1$sa@x.fr;B\n"
                    + "%1$sc;%1$sc@x.fr;C\n%1$sC;%1$sd@x.fr;D\n%1$se;%1$sc@x.fr;E\nx y;%1$sf@x.fr;F\n")
                .formatted(salt));

    assertThat(errors(problem))
        .containsExactly("2 username", "3 email", "5 username", "6 email", "7 username");
    assertThat(codes(problem))
        .containsExactly(
            "VALUE_TAKEN", "VALUE_TAKEN", "VALUE_TWICE4", "VALUE_TWICE4", "VALUE_IMPOSSIBLE");
    assertThat(office.all(office.admin(), Office.TECHNICIANS + "?q=" + salt, 10)).hasSize(1);
  }

  @Test
  void aTableThatCannotBeReadIsRefusedAtOnce() {
    assertUnreadable(
        send(CLIENTS, "nom\nÉcole\n".getBytes(Charset.forName("windows-1252"))), 400, "NOT_UTF_8");
    assertUnreadable(send(CLIENTS, "nom\n\"École\n"), 400, "NOT_CSV");
    assertUnreadable(send(CLIENTS, "\n\n"), 400, "EMPTY_TABLE");
    assertUnreadable(send(CLIENTS, "nom\n" + "x\n".repeat(5001)), 422, "TOO_MANY_LINES");
    assertProblem(send(CLIENTS, "nom\n" + "x".repeat(2 << 20)), 413);
    assertProblem(send(CLIENTS + "?dryRun=peut-être", "nom\n"), 400);
    assertProblem(
        api.as(office.admin())
            .post()
            .uri(CLIENTS)
            .contentType(MediaType.APPLICATION_JSON)
            .body("{}")
            .exchange(),
        415);
    JsonNode titles = refused(CLIENTS, "nom;surprise;contact;Contact\n");
    assertThat(errors(titles)).containsExactly("1 surprise", "1 Contact");
    assertThat(codes(titles)).containsExactly("UNKNOWN_COLUMN", "COLUMN_TWICE");
    JsonNode missing = refused(TECHNICIANS, "nom\n");
    assertThat(errors(missing)).containsExactly("1 username", "1 email");
    assertThat(codes(missing)).containsOnly("COLUMN_MISSING");
  }

  private static void assertUnreadable(
      RestTestClient.ResponseSpec answer, int status, String code) {
    JsonNode problem = Office.json(answer.expectStatus().isEqualTo(status));
    assertThat(problem.path("code").asString()).isEqualTo(code);
  }

  private static void assertProblem(RestTestClient.ResponseSpec answer, int status) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void sentTwiceWithItsKeyItIsWrittenOnce() {
    String table = "nom\nDeux fois %s\n".formatted(salt);
    String first = Office.text(keyed(table));

    assertThat(Office.text(keyed(table))).isEqualTo(first).contains("\"new\":1");
    assertThat(clients(salt)).hasSize(1);
  }

  private RestTestClient.ResponseSpec keyed(String table) {
    return api.as(office.admin())
        .post()
        .uri(CLIENTS + WRITE)
        .header("Idempotency-Key", salt)
        .contentType(MediaType.valueOf("text/csv"))
        .body(table.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }

  @Test
  void aTableOfTheLargestKindIsWrittenInTime() {
    var table = new StringBuilder(TITLES);
    for (int line = 0; line < 5000; line++) {
      table.append(
          "Copropriété %1$s %2$d;Mme Renaud;;;Bâtiment %3$d;%3$d rue des Lilas;38460;Crémieu;M. Petit;\n"
              .formatted(salt, line / 2, line));
    }

    long start = System.nanoTime();
    holds(taken(CLIENTS + WRITE, table.toString()), 5000, 5000, 0);

    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    assertThat(spent).isLessThan(Duration.ofSeconds(30));
    assertThat(count("select count(*) from client where name like ?")).isEqualTo(2500);
    assertThat(
            count(
                "select count(*) from site s join client c on c.id = s.client_id where c.name like ?"))
        .isEqualTo(5000);
    assertThat(clients(salt + "%20lilas%20petit")).hasSizeGreaterThanOrEqualTo(2500);
  }

  private long count(String sql) {
    return jdbc.sql(sql).param("Copropriété " + salt + "%").query(Long.class).single();
  }

  @Test
  void onlyAnAdminImports() {
    for (Caller caller : List.of(office.dispatcher(), Caller.technician(UUID.randomUUID()))) {
      office
          .postTable(api.as(caller), CLIENTS, "nom\n".getBytes(StandardCharsets.UTF_8))
          .expectStatus()
          .isForbidden();
    }
  }
}
