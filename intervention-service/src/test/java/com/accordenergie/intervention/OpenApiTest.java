package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiDescription;
import com.accordenergie.platform.test.ServiceTest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The description is generated from the code, and complete. */
@ServiceTest
class OpenApiTest {

  private static final Map<String, List<String>> ROUTES =
      Map.ofEntries(
          Map.entry("/api/v1/interventions", List.of("get", "post")),
          Map.entry("/api/v1/interventions/{id}", List.of("get", "patch")),
          Map.entry("/api/v1/interventions/{id}/transitions", List.of("post")),
          Map.entry("/api/v1/interventions/{id}/history", List.of("get")),
          Map.entry("/api/v1/interventions/{id}/report.pdf", List.of("get")),
          Map.entry("/api/v1/interventions/{id}/appointment.ics", List.of("get")),
          Map.entry("/api/v1/technicians/{id}/busy", List.of("get")),
          Map.entry("/api/v1/planning", List.of("get")),
          Map.entry("/api/v1/events", List.of("get")),
          Map.entry("/api/v1/statistics", List.of("get")),
          Map.entry("/api/v1/statuses", List.of("get", "post")),
          Map.entry("/api/v1/statuses/{code}", List.of("get", "put", "delete")),
          Map.entry("/api/v1/transitions", List.of("get", "post")),
          Map.entry("/api/v1/transitions/{id}", List.of("get", "put", "delete")),
          Map.entry("/api/v1/urgencies", List.of("get", "post")),
          Map.entry("/api/v1/urgencies/{code}", List.of("get", "put", "delete")));

  @Autowired Api api;

  @Test
  void everyRouteIsDescribedWithItsParametersAndAnswers() {
    ApiDescription.of(api).isComplete(ROUTES);
  }

  @Test
  void theListSaysHowItIsNarrowed() {
    assertThat(ApiDescription.of(api).parameters("get", "/api/v1/interventions"))
        .containsExactlyInAnyOrder(
            "status", "category", "urgency", "clientId", "siteId", "technicianId", "ownerId", "from",
            "to", "overdue", "q", "sort", "limit", "cursor", "Accept-Language");
  }

  @Test
  void aStepAndAChangeSayWhyTheyMayBeRefused() {
    var description = ApiDescription.of(api);
    assertThat(description.answers("post", "/api/v1/interventions/{id}/transitions"))
        .contains("200", "403", "404", "409", "412", "422", "428");
    assertThat(description.answers("patch", "/api/v1/interventions/{id}"))
        .contains("200", "403", "404", "409", "412", "422", "428");
  }

  @Test
  void documentsSayWhatTheyAreAndWhenThereIsNone() {
    var description = ApiDescription.of(api);
    assertThat(content(description, "/api/v1/interventions/{id}/report.pdf", "200"))
        .containsExactly("application/pdf");
    assertThat(content(description, "/api/v1/interventions/{id}/appointment.ics", "200"))
        .containsExactly("text/calendar");
    for (String document : List.of("report.pdf", "appointment.ics")) {
      assertThat(content(description, "/api/v1/interventions/{id}/" + document, "409"))
          .containsExactly("application/problem+json");
    }
  }

  private static Collection<String> content(ApiDescription description, String path, String status) {
    return description
        .operation("get", path)
        .required("responses")
        .required(status)
        .required("content")
        .propertyNames();
  }
}
