package com.accordenergie.user.me;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

/** The lists that somebody wants to see again, on whatever device. */
@ServiceTest
class SavedViewsTest {

  private static final String VIEWS = "/api/v1/me/views";

  private final Caller claire = Caller.dispatcher(UUID.randomUUID());
  private final Caller marc = Caller.dispatcher(UUID.randomUUID());

  @Autowired Api api;
  @Autowired Office office;

  private static Map<String, Object> view(String name) {
    return Map.of("list", "interventions", "name", name, "query", "{\"status\":[\"NEW\"]}");
  }

  private EntityExchangeResult<String> read(Caller caller) {
    return api.as(caller).get().uri(VIEWS).exchange().expectBody(String.class).returnResult();
  }

  private EntityExchangeResult<String> replace(Caller caller, String etag, Object body) {
    return api.as(caller)
        .put()
        .uri(VIEWS)
        .header("If-Match", etag)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }

  @Test
  void whatIsSavedIsThereAgainForItsOwnerOnly() {
    assertThat(read(claire).getResponseHeaders().getETag()).isEqualTo("\"0\"");

    var saved = replace(claire, "\"0\"", Map.of("items", List.of(view("Nouvelles à Lyon"))));

    assertThat(saved.getStatus().value()).isEqualTo(200);
    assertThat(saved.getResponseHeaders().getETag()).isEqualTo("\"1\"");
    assertThat(read(claire).getResponseBody()).contains("Nouvelles à Lyon");
    assertThat(read(marc).getResponseBody()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void thereIsRoomForTwentyOfTheLongestKind() {
    Map<String, Object> longest =
        Map.of("list", "interventions", "name", "é".repeat(60), "query", "\"".repeat(2000));

    var saved = replace(claire, "\"0\"", Map.of("items", Collections.nCopies(20, longest)));

    assertThat(saved.getStatus().value()).as(saved.getResponseBody()).isEqualTo(200);
    assertThat(read(claire).getResponseBody()).isEqualTo(saved.getResponseBody());
  }

  @Test
  void theyGoWithWhoeverIsErased() {
    UUID id = Office.id(office.create(Office.TECHNICIANS, Office.technician("Plomberie")));
    Caller technician = Caller.technician(id);
    replace(technician, "\"0\"", Map.of("items", List.of(view("Chez M. Dupont"))));

    office.delete(office.admin(), Office.USERS + "/" + id + "?erase=true", 1).expectStatus().isNoContent();

    assertThat(read(technician).getResponseBody()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void twoDevicesDoNotOverwriteEachOther() {
    replace(claire, "\"0\"", Map.of("items", List.of(view("Du bureau"))));

    var late = replace(claire, "\"0\"", Map.of("items", List.of(view("Du téléphone"))));

    assertThat(late.getStatus().value()).isEqualTo(412);
    assertThat(read(claire).getResponseBody()).contains("Du bureau").doesNotContain("téléphone");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    for (Object items :
        List.of(
            List.of(view(" ")),
            List.of(view("x".repeat(61))),
            List.of(Map.of("list", "Not a list", "name", "a", "query", "")),
            List.of(Map.of("list", "clients", "name", "a", "query", "x".repeat(2001))),
            IntStream.range(0, 21).mapToObj(i -> view("Vue " + i)).toList())) {
      var answer = replace(claire, "\"0\"", Map.of("items", items));
      assertThat(answer.getStatus().value()).as(items.toString()).isEqualTo(422);
      assertThat(answer.getResponseBody()).contains("#/items");
    }
    assertThat(replace(claire, "\"0\"", Map.of("views", List.of())).getStatus().value()).isEqualTo(400);
    assertThat(
            api.as(claire)
                .put()
                .uri(VIEWS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("items", List.of()))
                .exchange()
                .returnResult()
                .getStatus()
                .value())
        .isEqualTo(428);
  }
}
