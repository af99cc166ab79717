package com.accordenergie.gateway.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.GatewayTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class PagesTest {

  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Autowired private Asking asking;

  @Test
  void theFirstPageNamesTheProductAndTheWaysOn() {
    var page = asking.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<html lang=\"fr\">", "AccordÉnergie Interventions")
        .contains("/docs", "/.well-known/openid-configuration");
  }

  @Test
  void theReaderOfTheApiDocumentLoadsEverythingFromHere() {
    var page = asking.get("/docs");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';")
        .contains("connect-src 'self'");
    var loaded = LOADED.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(loaded).hasSize(3).allSatisfy(path -> {
      assertThat(path).startsWith("/");
      assertThat(asking.get(path).statusCode()).as(path).isEqualTo(200);
    });
  }

  @Test
  void ofTheGatewayItselfOnlyItsHealthIsPublic() {
    assertThat(asking.get("/actuator/health").body())
        .contains("\"status\":\"UP\"")
        .doesNotContain("components", "details");
    assertThat(asking.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(asking.get("/actuator/info").statusCode()).isEqualTo(404);
  }
}
