package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.gateway.suite.Company.Client;
import com.accordenergie.gateway.suite.PartnerProgram.Language;
import com.accordenergie.gateway.suite.PartnerProgram.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * From credentials to the first event and on, with the clients of the documentation: they run as they
 * are, side by side, each with credentials of its own, through the gateway and at the broker.
 */
class PartnerClientsIT {

  private static final Duration CUT_OFF = Duration.ofSeconds(60);

  private final Suite suite = Suite.running();
  private final Company company = suite.company();
  private List<PartnerProgram> programs = List.of();

  @AfterEach
  void end() {
    programs.forEach(PartnerProgram::killNine);
  }

  @Test
  void aPartnerReadsWhatIsItsOwnForAsLongAsItMay() {
    Client ours = company.newClient(company.claire, "Résidence des Tilleuls");
    Client theirs = company.newClient(company.claire, "Clinique Pasteur");
    Work before = Work.create(company.claire, ours, "Avant le partenaire");
    Work foreign = Work.create(company.claire, theirs, "Chez un autre client");
    UUID partner = takeOn("Chauffage du Rhône", ours);
    programs = Arrays.stream(Language.values()).map(language -> program(language, partner)).toList();

    Work first = Work.create(company.claire, ours, "Le premier");
    allPrint(before);
    allPrint(first);

    // Killed, and begun again: nothing is missing and nothing comes twice.
    programs.forEach(PartnerProgram::killNine);
    Work away = Work.create(company.claire, ours, "Pendant la panne");
    programs.forEach(program -> program.beginAgain(suite.issuer()));
    allPrint(away);

    // Connections outlive the token with which they began.
    List<Long> beginnings = programs.stream().map(PartnerProgram::beginnings).toList();
    Instant outlived = Instant.now().plus(Suite.PARTNERS_TOKEN.multipliedBy(3).dividedBy(2));
    await()
        .atMost(Suite.PARTNERS_TOKEN.multipliedBy(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> Instant.now().isAfter(outlived));
    Work later = Work.create(company.claire, ours, "Bien plus tard");
    allPrint(later);
    assertThat(programs.stream().map(PartnerProgram::beginnings).toList()).isEqualTo(beginnings);

    // Suspended: cut off. Resumed: what was missed is made up for.
    change(partner, Map.of("state", "SUSPENDED"));
    Instant suspended = Instant.now();
    await("all are cut off")
        .atMost(CUT_OFF)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> programs.stream().noneMatch(this::isConnected));
    System.out.println(
        "Suspended partners were cut off after " + Duration.between(suspended, Instant.now()));
    Work missed = Work.create(company.claire, ours, "Pendant la suspension");
    change(partner, Map.of("state", "ACTIVE"));
    allPrint(missed);

    for (PartnerProgram program : programs) {
      List<Line> lines = program.printed();
      assertThat(lines).extracting(Line::id).as(program.diary()).doesNotHaveDuplicates();
      assertThat(lines)
          .extracting(Line::offset)
          .containsExactlyElementsOf(LongStream.range(0, lines.size()).boxed().toList());
      assertThat(lines).extracting(Line::subject).doesNotContain(foreign.id().toString());
    }
  }

  @Test
  void whatItMayReadChangesWithWhatItIsEntitledTo() {
    Client one = company.newClient(company.claire, "Mairie de Caluire");
    Client two = company.newClient(company.claire, "Piscine de Vénissieux");
    Work ofOne = Work.create(company.claire, one, "À la mairie");
    Work ofTwo = Work.create(company.claire, two, "À la piscine");
    UUID partner = takeOn("Énergie Services", one);
    programs = Arrays.stream(Language.values()).map(language -> program(language, partner)).toList();
    allPrint(ofOne);
    assertThat(programs)
        .allSatisfy(program -> assertThat(prints(program, ofTwo)).as(program.diary()).isFalse());

    change(partner, Map.of("clientIds", List.of(two.id())));

    allPrint(ofTwo);
    Work secret = Work.create(company.claire, one, "Ne le regarde plus");
    Work last = Work.create(company.claire, two, "Le regarde encore");
    allPrint(last);
    assertThat(programs)
        .allSatisfy(program -> assertThat(prints(program, secret)).as(program.diary()).isFalse());
  }

  private UUID takeOn(String name, Client... clients) {
    String distinct = name + " " + UUID.randomUUID().toString().substring(0, 8);
    List<UUID> ids = Arrays.stream(clients).map(Client::id).toList();
    return company
        .admin
        .post("/api/v1/partners", Map.of("name", distinct, "clientIds", ids))
        .expect(201)
        .id();
  }

  private PartnerProgram program(Language language, UUID partner) {
    var issued =
        company
            .admin
            .post("/api/v1/partners/" + partner + "/credentials", Map.of("kind", "SECRET"))
            .expect(201)
            .json();
    return new PartnerProgram(
        language,
        suite.issuer(),
        new PartnerProgram.Credentials(
            issued.required("clientId").asString(), issued.required("clientSecret").asString()));
  }

  private void change(UUID partner, Map<String, ?> how) {
    String path = "/api/v1/partners/" + partner;
    company.admin.patch(path, company.admin.get(path).expect(200).etag(), how).expect(200);
  }

  private void allPrint(Work work) {
    for (PartnerProgram program : programs) {
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(prints(program, work)).as(program.diary()).isTrue());
    }
  }

  private static boolean prints(PartnerProgram program, Work work) {
    return program.printed().stream()
        .anyMatch(
            line ->
                line.type().equals("com.accordenergie.partner.intervention.created.v1")
                    && line.subject().equals(work.id().toString()));
  }

  private boolean isConnected(PartnerProgram program) {
    return suite
        .servers()
        .management(
            "GET", "/api/vhosts/" + suite.partnersHost() + "/connections?columns=user", "")
        .contains(program.clientId());
  }
}
