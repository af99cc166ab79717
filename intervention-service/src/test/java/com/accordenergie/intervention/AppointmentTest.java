package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

/** The appointment, as a calendar reads it. */
@ServiceTest
class AppointmentTest {

  private Cast cast;

  @Autowired Trade trade;
  @Autowired Api api;

  @BeforeEach
  void people() {
    cast = trade.cast();
  }

  private EntityExchangeResult<byte[]> answer(Caller caller, UUID id) {
    return api.as(caller)
        .get()
        .uri("/api/v1/interventions/" + id + "/appointment.ics")
        .exchange()
        .expectBody(byte[].class)
        .returnResult();
  }

  private String text(Caller caller, UUID id) {
    return new String(answer(caller, id).getResponseBody(), StandardCharsets.UTF_8);
  }

  private static VEvent event(String text) throws IOException, ParserException {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static String value(VEvent event, String property) {
    return event.getRequiredProperty(property).getValue();
  }

  @Test
  void aCalendarReadsWhenWhereAndWhat() throws Exception {
    Map<String, Object> request = trade.request(cast);
    request.put("title", "Chaudière ; fuite, bruit \\ odeur");
    UUID id = trade.post(cast.owner(), "/api/v1/interventions", request).is(201).id();
    Map<String, Object> step = trade.takesAll("SCHEDULED", cast);
    trade.move(cast.owner(), id, step).is(200);
    String reference = trade.read(cast.owner(), id).body().path("reference").asString();

    EntityExchangeResult<byte[]> answer = answer(cast.client(), id);
    VEvent event = event(new String(answer.getResponseBody(), StandardCharsets.UTF_8));

    HttpHeaders headers = answer.getResponseHeaders();
    assertThat(headers.getContentType()).hasToString("text/calendar;charset=UTF-8");
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo("inline; filename=\"" + reference + ".ics\"");
    assertThat(headers.getCacheControl()).contains("no-store", "private");
    assertThat(value(event, "UID")).isEqualTo(id.toString());
    assertThat(Instant.from(event.getStartDate().orElseThrow().getDate()))
        .isEqualTo(step.get("plannedStart"));
    assertThat(Instant.from(event.getEndDate().orElseThrow().getDate()))
        .isEqualTo(step.get("plannedEnd"));
    assertThat(value(event, "DTSTART")).endsWith("Z");
    assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(event, "SUMMARY")).isEqualTo("AccordÉnergie : Chaudière ; fuite, bruit \\ odeur");
    assertThat(value(event, "LOCATION")).isEqualTo("Chaufferie, 12 rue des Lilas, 69003 Lyon");
    assertThat(value(event, "DESCRIPTION"))
        .contains(
            "Référence : " + reference + "\n",
            "Client : Résidence Les Tilleuls\n",
            "Intervenant : Camille Martin\n",
            "Sur place : Mme Durand, +33 4 72 00 00 00\n",
            "code erreur F28")
        .doesNotContain("4512");
  }

  @Test
  void itsLinesAreAsTheStandardWantsThem() {
    UUID id = trade.interventionIn("SCHEDULED", cast);

    String text = text(cast.client(), id);

    assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void aMovedAppointmentReplacesTheOneBefore() throws Exception {
    UUID id = trade.interventionIn("SCHEDULED", cast);
    VEvent before = event(text(cast.client(), id));
    Instant start = trade.freshTime();
    trade
        .change(
            cast.owner(),
            id,
            Map.of("plannedStart", start, "plannedEnd", start.plus(2, ChronoUnit.HOURS)))
        .is(200);
    VEvent after = event(text(cast.client(), id));

    assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
    assertThat(Integer.parseInt(value(after, "SEQUENCE")))
        .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
    assertThat(Instant.from(after.getStartDate().orElseThrow().getDate())).isEqualTo(start);
  }

  @Test
  void aCancelledOneSaysSo() throws Exception {
    UUID id = trade.interventionIn("SCHEDULED", cast);
    trade.move(cast.owner(), id, trade.takesAll("CANCELLED", cast)).is(200);

    assertThat(value(event(text(cast.client(), id)), "STATUS")).isEqualTo("CANCELLED");
    assertThat(text(cast.client(), id)).doesNotContain(Trade.REASON);
  }

  @Test
  void withoutASlotThereIsNone() {
    UUID id = trade.interventionIn("ASSIGNED", cast);
    String uri = "/api/v1/interventions/" + id + "/appointment.ics";

    trade.get(cast.client(), uri).isProblem(409, "no-appointment");
    assertThat(trade.read(cast.client(), id).text()).doesNotContain("\"appointment\"");
    trade.move(cast.owner(), id, trade.takesAll("SCHEDULED", cast)).is(200);
    assertThat(trade.read(cast.client(), id).text()).contains("\"appointment\"");
    trade.get(cast.client(), uri).is(200);
  }
}
