package com.accordenergie.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiDescription;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description is generated from the code, and complete. */
@ServiceTest
class OpenApiTest {

  private static final Map<String, List<String>> ROUTES =
      Map.ofEntries(
          Map.entry("/api/v1/audit", List.of("get")),
          Map.entry("/api/v1/me", List.of("get")),
          Map.entry("/api/v1/me/views", List.of("get", "put")),
          Map.entry("/api/v1/users", List.of("get", "post")),
          Map.entry("/api/v1/users/{id}", List.of("get", "patch", "delete")),
          Map.entry("/api/v1/clients", List.of("get", "post")),
          Map.entry("/api/v1/clients/imports", List.of("post")),
          Map.entry("/api/v1/clients/{id}", List.of("get", "patch", "delete")),
          Map.entry("/api/v1/clients/{clientId}/sites", List.of("get", "post")),
          Map.entry("/api/v1/clients/{clientId}/sites/{siteId}", List.of("get", "patch", "delete")),
          Map.entry("/api/v1/partners", List.of("get", "post")),
          Map.entry("/api/v1/partners/{id}", List.of("get", "patch", "delete")),
          Map.entry("/api/v1/partners/{id}/activity", List.of("get")),
          Map.entry("/api/v1/partners/{id}/webhooks", List.of("get", "post")),
          Map.entry(
              "/api/v1/partners/{id}/webhooks/{webhookId}", List.of("get", "patch", "delete")),
          Map.entry("/api/v1/partners/{id}/webhooks/{webhookId}/secret", List.of("post")),
          Map.entry("/api/v1/partners/{id}/webhooks/{webhookId}/test", List.of("post")),
          Map.entry("/api/v1/partners/{id}/webhooks/{webhookId}/deliveries", List.of("get")),
          Map.entry("/api/v1/partners/{id}/webhooks/{webhookId}/deliveries/replay", List.of("post")),
          Map.entry(
              "/api/v1/partners/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/replay",
              List.of("post")),
          Map.entry("/api/v1/partner", List.of("get")),
          Map.entry("/api/v1/partner/events", List.of("get")),
          Map.entry("/api/v1/technicians", List.of("get", "post")),
          Map.entry("/api/v1/technicians/imports", List.of("post")),
          Map.entry("/api/v1/technicians/{id}", List.of("get", "patch", "delete")));

  @Autowired Api api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void nothingThatAnswersIsLeftOut() {
    ApiDescription.of(api).tellsOfAll(ApiRoutes.of(mapping));
  }

  @Test
  void everyRouteIsDescribedWithItsParametersAndAnswers() {
    ApiDescription.of(api).isComplete(ROUTES);
  }

  @Test
  void listsSayHowTheyAreNarrowed() {
    assertThat(ApiDescription.of(api).parameters("get", "/api/v1/users"))
        .containsExactlyInAnyOrder("role", "clientId", "active", "q", "limit", "cursor");
    assertThat(ApiDescription.of(api).parameters("get", "/api/v1/clients"))
        .containsExactlyInAnyOrder("active", "q", "limit", "cursor");
    assertThat(ApiDescription.of(api).parameters("get", "/api/v1/partners"))
        .containsExactlyInAnyOrder("state", "q", "sort", "limit", "cursor");
    assertThat(ApiDescription.of(api).parameters("get", "/api/v1/partner/events"))
        .containsExactlyInAnyOrder("after", "from", "limit", "wait");
    assertThat(
            ApiDescription.of(api)
                .parameters("get", "/api/v1/partners/{id}/webhooks/{webhookId}/deliveries"))
        .containsExactlyInAnyOrder("id", "webhookId", "state", "subject", "limit", "cursor");
    assertThat(ApiDescription.of(api).parameters("get", "/api/v1/technicians"))
        .containsExactlyInAnyOrder("skill", "active", "q", "limit", "cursor");
  }
}
