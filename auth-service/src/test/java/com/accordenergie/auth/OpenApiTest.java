package com.accordenergie.auth;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ApiDescription;
import com.accordenergie.platform.test.ApiRoutes;
import com.accordenergie.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description is generated from the code, and complete. */
@ServiceTest
class OpenApiTest {

  private static final Map<String, List<String>> ROUTES =
      Map.of(
          "/api/v1/me/sessions", List.of("delete"),
          "/api/v1/users/{id}/invitation", List.of("get", "post"),
          "/api/v1/partners/{id}/credentials", List.of("get", "post"),
          "/api/v1/partners/{id}/credentials/{credentialId}", List.of("get", "delete"),
          "/api/v1/partners/{id}/credentials/{credentialId}/rotation", List.of("post"));

  /** In an emergency nobody should have to read first. */
  private static final Set<String> ANY_VERSION =
      Set.of(
          "delete /api/v1/me/sessions", "delete /api/v1/partners/{id}/credentials/{credentialId}");

  @Autowired Api api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void everyRouteIsDescribedWithItsParametersAndAnswers() {
    ApiDescription.of(api).isComplete(ROUTES, ANY_VERSION);
  }

  @Test
  void nothingThatAnswersIsLeftOut() {
    ApiDescription.of(api).tellsOfAll(ApiRoutes.of(mapping));
  }
}
