package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

/** The report on paper, read back. */
@ServiceTest
class VisitReportTest {

  private static final DateTimeFormatter IN_PARIS =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'à' H 'h' mm", Locale.FRENCH)
          .withZone(ZoneId.of("Europe/Paris"));

  private Cast cast;

  @Autowired Trade trade;
  @Autowired Api api;
  @Autowired CommentServiceDouble comments;

  @BeforeEach
  void people() {
    cast = trade.cast();
  }

  @AfterEach
  void theCommentsAreThere() {
    comments.isAway(false);
    comments.waitsFor(new CountDownLatch(0));
  }

  private EntityExchangeResult<byte[]> print(Caller caller, UUID id) {
    return api.as(caller)
        .get()
        .uri("/api/v1/interventions/" + id + "/report.pdf")
        .exchange()
        .expectBody(byte[].class)
        .returnResult();
  }

  private PDDocument paper(Caller caller, UUID id) throws IOException {
    EntityExchangeResult<byte[]> answer = print(caller, id);
    assertThat(answer.getStatus().value()).isEqualTo(200);
    return Loader.loadPDF(answer.getResponseBody());
  }

  private String words(Caller caller, UUID id) throws IOException {
    try (PDDocument paper = paper(caller, id)) {
      return new PDFTextStripper().getText(paper).replaceAll("[\\s\u00A0\u202F]+", " ");
    }
  }

  @Test
  void allThatMattersIsOnThePaper() throws IOException {
    UUID id = trade.interventionIn("SCHEDULED", cast);
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    trade.move(cast.technician(), id, trade.takesAll("ON_HOLD", cast)).is(200);
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    trade.move(cast.technician(), id, trade.takesAll("DONE", cast)).is(200);
    comments.hasPhoto(id, "PUBLIC", "Circulateur neuf", Color.ORANGE);
    comments.hasPhoto(id, "PUBLIC", "Vase d'expansion", Color.CYAN);
    comments.hasSignature(id, "Hélène Durand", Instant.parse("2026-11-26T09:05:00Z"));
    var detail = trade.read(cast.owner(), id).is(200).body();
    Instant created = Instant.parse(detail.path("createdAt").asString());
    Instant planned = Instant.parse(detail.path("plannedStart").asString());

    assertThat(words(cast.owner(), id))
        .contains(
            "AccordÉnergie",
            "Bon d’intervention",
            detail.path("reference").asString(),
            "Résidence Les Tilleuls",
            "Chaufferie",
            "12 rue des Lilas",
            "69003 Lyon",
            "Mme Durand, +33 4 72 00 00 00",
            "Chaudière en panne",
            "code erreur F28",
            "urgence : Haute",
            "Camille Martin",
            "Reçue le " + IN_PARIS.format(created),
            IN_PARIS.format(planned).replace(" à ", ", de "),
            Trade.REPORT,
            "Terminée, à valider",
            "En attente : " + Trade.REASON,
            "Circulateur neuf",
            "Vase d'expansion",
            "Hélène Durand",
            "Signé le jeudi 26 novembre 2026 à 10 h 05",
            "Page 1 / ")
        .doesNotContain("Code 4512");
  }

  @Test
  void itIsAFileToKeepThatAScreenReaderReads() throws IOException {
    UUID id = trade.interventionIn("CLOSED", cast);
    String reference = trade.read(cast.owner(), id).body().path("reference").asString();

    EntityExchangeResult<byte[]> answer = print(cast.client(), id);

    HttpHeaders headers = answer.getResponseHeaders();
    assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo("inline; filename=\"" + reference + ".pdf\"");
    assertThat(headers.getCacheControl()).contains("no-store", "private");
    try (PDDocument paper = Loader.loadPDF(answer.getResponseBody())) {
      assertThat(paper.getDocumentInformation().getTitle())
          .isEqualTo("Bon d’intervention " + reference);
      assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(paper.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      for (COSName font : paper.getPage(0).getResources().getFontNames()) {
        assertThat(paper.getPage(0).getResources().getFont(font).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void whateverTheNameItIsPrinted() throws IOException {
    Map<String, Object> request = trade.request(cast);
    request.put("title", "Łódź, Żółć, Ελλάδα, Київ, Đorđević, Şahin, Ñandú, Œuvre, 8 °C, 12 €");
    UUID id = trade.post(cast.owner(), "/api/v1/interventions", request).is(201).id();
    trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    trade.move(cast.technician(), id, Map.of("to", "DONE", "report", "Réglé 🔥 à\u00A07,5\u202Fbar")).is(200);

    assertThat(words(cast.client(), id))
        .contains("Łódź, Żółć, Ελλάδα, Київ, Đorđević, Şahin, Ñandú, Œuvre, 8 °C, 12 €")
        .contains("Réglé ? à 7,5 bar")
        .doesNotContain("🔥");
  }

  @Test
  void nothingInternalIsOnAnyPaper() throws IOException {
    UUID id = trade.newIntervention(cast);
    trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
    trade.move(cast.technician(), id, Map.of("to", "NEW", "reason", "CANARI refus")).is(200);
    Map<String, Object> scheduled = new HashMap<>(trade.takesAll("SCHEDULED", cast));
    scheduled.put("overrideReason", "CANARI double rendez-vous");
    trade.move(cast.owner(), id, scheduled).is(200);
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    trade.move(cast.technician(), id, trade.takesAll("DONE", cast)).is(200);
    trade.move(cast.owner(), id, Map.of("to", "IN_PROGRESS", "reason", "CANARI rejet")).is(200);
    trade.move(cast.technician(), id, trade.takesAll("DONE", cast)).is(200);
    comments.hasPhoto(id, "INTERNAL", "CANARI photo interne", Color.RED);
    comments.hasPhoto(id, "PUBLIC", "Après travaux", Color.GREEN);

    for (Caller reader : List.of(cast.client(), cast.owner(), cast.technician(), cast.admin())) {
      assertThat(words(reader, id)).contains("Après travaux").doesNotContain("CANARI", "interne");
    }
  }

  @Test
  void thePicturesAreAskedForInTheReadersName() {
    UUID id = trade.interventionIn("DONE", cast);
    comments.hasSignature(id, "Hélène Durand", Instant.parse("2026-11-26T09:05:00Z"));
    int before = comments.tokens().size();

    print(cast.client(), id);
    List<String> asClient = comments.tokens().subList(before, comments.tokens().size());
    print(cast.owner(), id);

    assertThat(asClient).hasSizeGreaterThanOrEqualTo(2).allMatch(asClient.getFirst()::equals);
    assertThat(comments.tokens().getLast()).isNotEqualTo(asClient.getFirst());
  }

  @Test
  void ofManyPhotosTheLatestAreShownAndTheOthersCounted() throws IOException {
    UUID id = trade.interventionIn("DONE", cast);
    for (int number = 1; number <= 14; number++) {
      comments.hasPhoto(id, "PUBLIC", "Vue n° " + number + ".", Color.GRAY);
    }

    assertThat(words(cast.client(), id))
        .contains("Vue n° 3.", "Vue n° 14.", "2 photos plus anciennes figurent dans le dossier.")
        .doesNotContain("Vue n° 1.", "Vue n° 2.");
  }

  @Test
  void withoutItsPicturesThereIsNoPaper() {
    UUID id = trade.interventionIn("DONE", cast);
    String uri = "/api/v1/interventions/" + id + "/report.pdf";

    comments.isAway(true);
    trade.get(cast.client(), uri).isProblem(503, "temporarily-unavailable");
    comments.isAway(false);
    var never = new CountDownLatch(1);
    comments.waitsFor(never);
    long start = System.nanoTime();
    trade.get(cast.client(), uri).isProblem(503, "temporarily-unavailable");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    never.countDown();
    trade.get(cast.client(), uri).is(200);
  }

  @Test
  void thereIsNoneBeforeTheVisit() {
    UUID id = trade.interventionIn("IN_PROGRESS", cast);
    String uri = "/api/v1/interventions/" + id + "/report.pdf";

    trade.get(cast.client(), uri).isProblem(409, "no-report-yet");
    assertThat(actions(cast.client(), id)).doesNotContain("report");
    trade.move(cast.technician(), id, trade.takesAll("DONE", cast)).is(200);
    assertThat(actions(cast.client(), id)).contains("report");
    assertThat(actions(cast.technician(), id)).contains("report");
    trade.get(cast.client(), uri).is(200);
  }

  private List<String> actions(Caller caller, UUID id) {
    return trade.read(caller, id).is(200).body().path("actions").valueStream()
        .map(action -> action.asString())
        .toList();
  }

  @Test
  void whatPeopleWriteIsTextAndFetchesNothing() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer inside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    inside.start();
    try {
      String url = "http://127.0.0.1:" + inside.getAddress().getPort();
      String markup = "<img src=\"" + url + "/a.png\"/> & ${7*7} [[${7*7}]] ]]>";
      Map<String, Object> request = trade.request(cast);
      request.put("title", markup);
      request.put("description", "<style>@import url(" + url + "/b.css)</style>");
      UUID id = trade.post(cast.owner(), "/api/v1/interventions", request).is(201).id();
      trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
      trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
      trade.move(cast.technician(), id, Map.of("to", "DONE", "report", markup)).is(200);
      comments.hasPhoto(id, "PUBLIC", "\"/>" + markup, Color.PINK);

      String words = words(cast.client(), id).replace(" ", "");

      assertThat(words).contains(markup.replace(" ", ""), "<style>@importurl(" + url);
      assertThat(asked).isEmpty();
    } finally {
      inside.stop(0);
    }
  }
}
